import { defineOperation } from '../../../runtime/operation';
import { operator } from '../../../shared/operator';
import { checkPlace, placeOf } from '../../../shared/dentry';
import { file } from '../../locators/dentry';
import { space } from '../../locators/space';

export const getLink = defineOperation({
	name: 'Get Preview or Edit Link',
	value: 'getLink',
	action: 'Get a link to preview or edit a file',
	description: 'Get a link that opens a file in the browser. One call; one more where the file is given by its link.',
	zh: {
		name: '获取预览或编辑链接',
		action: '获取文件预览或编辑链接',
		description: '获取在浏览器中打开文件的链接。一次调用；用链接指定时多一次调用',
	},
	docs: 'https://open.dingtalk.com/document/development/obtains-the-object-preview-or-editing-information',
	permission: 'Storage.File.Read',
	route: 'POST /v1.0/storage/spaces/{spaceId}/dentries/{dentryId}/openInfos/query',
	safe: true,
	fields: [
		space,
		file,
		{
			displayName: 'Kind',
			zh: '类型',
			name: 'kind',
			type: 'options',
			default: 'PREVIEW',
			options: [
				{ name: 'Edit', value: 'EDIT', zh: '编辑' },
				{ name: 'Preview', value: 'PREVIEW', zh: '预览' },
			],
		},
		{
			displayName: 'Only for People Who Are Signed In',
			zh: { name: '需要登录', description: '是否需登录钉钉才能打开；关闭时任何持有链接的人都可查看' },
			name: 'checkLogin',
			type: 'boolean',
			default: true,
			description: 'Whether one must be signed in to DingTalk; otherwise anyone with the link can view',
		},
		{
			displayName: 'Watermark',
			zh: { name: '水印', description: '是否显示水印' },
			name: 'waterMark',
			type: 'boolean',
			under: 'options',
			default: true,
			description: 'Whether to show a watermark',
		},
		operator,
	],
	check: checkPlace,
	prepare: async (values, api) => await placeOf(api, values),
	request: ({ kind: type, checkLogin, waterMark, operator: unionId }, { found }) => ({
		path: { ...found },
		query: { unionId },
		body: { option: { type, checkLogin, waterMark } },
	}),
});
