import { InputError, defineProcedure } from '../../../runtime/operation';
import { operatorUserId } from '../../../shared/operator';
import { app, systemToken } from '../../locators/app';

const OPEN = 'GET /v1.0/yida/apps/temporaryUrls/{appType}';
/** Where the relative addresses of attachments belong. https://open.dingtalk.com/document/development/obtain-the-temporary-free-access-address-of-yixian-accessories */
const YIDA = 'https://www.aliwork.com';

export const downloadAttachment = defineProcedure({
	name: 'Download Attachment',
	value: 'downloadAttachment',
	action: 'Download an attachment of a form',
	description: 'Get a file of a submission as binary data. One call and the download.',
	zh: { name: '下载附件', action: '下载宜搭附件', description: '下载表单数据中的附件。一次调用加下载' },
	docs: 'https://open.dingtalk.com/document/development/obtain-the-temporary-free-access-address-of-yixian-accessories',
	permission: 'Yida.Attachment.Read',
	routes: [OPEN],
	downloads: true,
	fields: [
		app,
		systemToken,
		{
			displayName: 'File URL',
			zh: { name: '附件地址', description: '附件组件值中的 downloadUrl 或 url，相对地址也可以' },
			name: 'fileUrl',
			type: 'string',
			id: true,
			required: true,
			default: '',
			placeholder: 'e.g. https://www.aliwork.com/fileHandle?appType=…',
			description: 'The downloadUrl in the value of an attachment component, also a relative one',
		},
		{
			displayName: 'Additional Fields',
			zh: { name: '更多字段', placeholder: '添加字段' },
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				{
					displayName: 'File Name',
					zh: { name: '文件名', description: '留空使用附件自身的文件名' },
					name: 'fileName',
					type: 'string',
					default: '',
					description: "Left out: the file's own",
				},
				{
					displayName: 'Only the Link',
					zh: { name: '仅获取链接', description: '是否只输出免登录的临时链接而不下载' },
					name: 'onlyLink',
					type: 'boolean',
					default: true,
					description: 'Whether to give the temporary link, which needs no sign-in, and not the file',
				},
				{
					displayName: 'Valid For (Seconds)',
					zh: { name: '有效时间（秒）', description: '临时链接的有效时间，最长 24 小时' },
					name: 'seconds',
					type: 'number',
					default: 60,
					typeOptions: { minValue: 1, maxValue: 86_400 },
					description: 'How long the link works; at most 24 hours',
				},
			],
		},
		operatorUserId,
	],
	plan: (values) => {
		if (!/^(https?:\/)?\//i.test(values.fileUrl)) throw new InputError('File URL', 'is no address', '不是附件地址');
		return values;
	},
	run: async ({ app: appType, systemToken: token, fileUrl, operator: userId, additionalFields }, api) => {
		const { onlyLink, seconds, fileName: name } = additionalFields;
		const { result } = await api.call(OPEN, {
			path: { appType },
			query: {
				systemToken: token,
				userId,
				fileUrl: fileUrl.startsWith('/') ? YIDA + fileUrl : fileUrl,
				timeout: seconds === undefined ? undefined : seconds * 1000,
			},
		});
		const url = String(result);
		return onlyLink === true ? { fileUrl, url } : await api.download({ url, name }, { fileUrl });
	},
});
