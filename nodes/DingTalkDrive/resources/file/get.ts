import { defineProcedure } from '../../../runtime/operation';
import { operator } from '../../../shared/operator';
import { checkPlace, placeOf, TO_ID } from '../../flows/place';
import { file } from '../../locators/dentry';
import { space } from '../../locators/space';

const GET = 'POST /v1.0/storage/spaces/{spaceId}/dentries/{dentryId}/query';

export const get = defineProcedure({
	name: 'Get',
	value: 'get',
	action: 'Get a file or folder',
	description: 'Get what is known of a file or folder. One call; one more where it is given by its link.',
	zh: { name: '获取', action: '获取文件信息', description: '获取文件或文件夹的信息。一次调用；用链接指定时多一次调用' },
	docs: 'https://open.dingtalk.com/document/development/obtain-file-or-folder-information',
	permission: 'Storage.File.Read',
	routes: [GET, TO_ID],
	fields: [
		space,
		file,
		{
			displayName: 'Thumbnail',
			zh: { name: '缩略图', description: '是否同时返回缩略图' },
			name: 'withThumbnail',
			type: 'boolean',
			under: 'options',
			default: false,
			description: 'Whether to return a thumbnail too',
		},
		operator,
	],
	plan: (values) => {
		checkPlace(values);
		return values;
	},
	run: async ({ withThumbnail, ...values }, api) => {
		const path = await placeOf(api, values);
		const { dentry } = await api.call(
			GET,
			{ path, query: { unionId: values.operator }, body: { option: { withThumbnail } } },
			{ safe: true },
		);
		return Object.assign({}, dentry);
	},
});
