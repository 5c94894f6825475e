import { at } from '../../../protocol/paging';
import { defineOperation } from '../../../runtime/operation';
import { objectsIn } from '../../../runtime/pick';
import { folder } from './folder';
import { mailbox } from './mailbox';

export const getAll = defineOperation({
	name: 'Get Many',
	value: 'getAll',
	action: 'Get the emails of a folder',
	description:
		'Get the emails of a folder, without their bodies. One call per 100. It needs DingTalk Mail. The route is known from the official SDK only: its permission and its largest page are not documented.',
	zh: {
		name: '获取多个',
		action: '获取邮件列表',
		description:
			'获取文件夹中的邮件，不含正文。每 100 封一次调用。需开通钉钉企业邮箱；此接口仅见于官方 SDK，所需权限和分页上限未公开',
	},
	docs: 'https://open.dingtalk.com/document/development/queries-enterprise-email-statistics',
	route: 'GET /v1.0/mail/users/{email}/mailFolders/{folderId}/messages',
	fields: [
		mailbox,
		folder,
		{
			displayName: 'Only These Fields',
			zh: { name: '返回字段', description: '用逗号分隔的字段名；留空则返回全部' },
			name: 'selectFields',
			type: 'string',
			under: 'options',
			default: '',
			description: 'Names of fields, separated by commas. Empty: all of them.',
		},
	],
	request: ({ mailbox: email, folder: folderId, selectFields }) => ({
		path: { email, folderId },
		query: { selectFields },
	}),
	paging: {
		style: 'token',
		cursor: 'nextToken',
		size: { at: 'maxResults', max: 100 },
		entries: 'messages',
		next: 'nextToken',
		more: 'hasMore',
	},
	simplify: (mail) => ({
		id: mail.id,
		subject: mail.subject,
		from: at(mail.from, 'email'),
		to: objectsIn(mail.toRecipients).map(({ email }) => email),
		receivedDateTime: mail.receivedDateTime,
		isRead: mail.isRead,
		hasAttachments: mail.hasAttachments,
		summary: mail.summary,
	}),
});
