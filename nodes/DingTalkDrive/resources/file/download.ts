import { at } from '../../../protocol/paging';
import { isObject } from '../../../protocol/json';
import { defineProcedure } from '../../../runtime/operation';
import { operator } from '../../../shared/operator';
import { checkPlace, placeOf, TO_ID } from '../../../shared/dentry';
import { file } from '../../locators/dentry';
import { space } from '../../locators/space';

const INFO = 'POST /v1.0/storage/spaces/{spaceId}/dentries/{dentryId}/downloadInfos/query';
const GET = 'POST /v1.0/storage/spaces/{spaceId}/dentries/{dentryId}/query';

export const download = defineProcedure({
	name: 'Download',
	value: 'download',
	action: 'Download a file',
	description:
		'Get a file as binary data. Two calls and the download; one more where the file is given by its link. Online documents cannot be downloaded.',
	zh: {
		name: '下载',
		action: '下载文件',
		description: '下载文件为二进制数据。两次调用加下载；用链接指定时多一次调用；在线文档不能下载',
	},
	docs: 'https://open.dingtalk.com/document/development/knowledge-base-download-file',
	permission: 'Storage.DownloadInfo.Read',
	routes: [GET, TO_ID, INFO],
	downloads: true,
	fields: [
		space,
		file,
		{
			displayName: 'Additional Fields',
			zh: { name: '更多字段', placeholder: '添加字段' },
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				{
					displayName: 'Version',
					zh: { name: '版本', description: '留空下载最新版本' },
					name: 'version',
					type: 'number',
					default: 1,
					typeOptions: { minValue: 1, numberPrecision: 0 },
					description: 'Left out: the newest',
				},
			],
		},
		operator,
	],
	plan: (values) => {
		checkPlace(values);
		return values;
	},
	run: async ({ additionalFields: { version }, ...values }, api) => {
		const path = await placeOf(api, values);
		const query = { unionId: values.operator };
		const { dentry } = await api.call(GET, { path, query, body: {} }, { safe: true });
		const info = await api.call(
			INFO,
			{ path, query, body: { option: { version, preferIntranet: false } } },
			{ safe: true },
		);
		const found = at(info, 'headerSignatureInfo.resourceUrls');
		const [url = '', ...urls] = (Array.isArray(found) ? found : []).map(String);
		const signed = at(info, 'headerSignatureInfo.headers');
		const headers = Object.fromEntries(
			Object.entries(isObject(signed) ? signed : {}).map(([name, value]) => [name, String(value)]),
		);
		const name = at(dentry, 'name');
		return await api.download(
			{ url, urls, headers, ...(typeof name === 'string' && { name }) },
			isObject(dentry) ? dentry : { ...path },
		);
	},
});
