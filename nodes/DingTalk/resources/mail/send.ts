import { randomUUID } from 'crypto';
import { needed } from '../../../runtime/answer';
import { defineProcedure, InputError } from '../../../runtime/operation';
import { mailbox } from './mailbox';

/** Both are known from the official SDK only: a draft is made, then sent. */
const DRAFT = 'POST /v1.0/mail/users/{email}/messages';
const SEND = 'POST /v1.0/mail/users/{email}/messages/{id}/send';

const recipients = (emails: readonly string[] = []) => emails.map((email) => ({ email }));
const looksLikeEmail = (text: string) => /^[^\s@,;]+@[^\s@,;]+$/.test(text);

/** @throws InputError for what is no address. */
function refuseOthers(field: string, emails: readonly string[] | undefined): void {
	const wrong = emails?.find((email) => !looksLikeEmail(email));
	if (wrong === undefined) return;
	throw new InputError(field, `is not an email address: "${wrong}"`, `不是有效的邮箱地址：“${wrong}”`);
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** The official SDK requires both forms of the body, and a summary: what is not given is made of what is. */
function bothBodies(kind: 'html' | 'text', body: string) {
	const bodyText =
		kind === 'text'
			? body
			: body
					.replace(/<[^<>]*>/g, ' ')
					.replace(/[ \t]+/g, ' ')
					.trim();
	const bodyHtml = kind === 'html' ? body : `<pre>${escaped(body)}</pre>`;
	return { body: { bodyHtml, bodyText }, summary: bodyText.slice(0, 100) };
}

/** What the official SDK requires besides, at its most usual value. The ID of an email is the sender's to make (RFC 5322). */
const otherwise = (email: string) => ({
	internetMessageId: `${randomUUID()}@${email.split('@')[1] ?? ''}`,
	internetMessageHeaders: {},
	isReadReceiptRequested: false,
	tags: [],
});

export const send = defineProcedure({
	name: 'Send',
	value: 'send',
	action: 'Send an email',
	description:
		'Send an email from a mailbox of the organization. Two calls. It needs DingTalk Mail. A failed send leaves a draft; there are no attachments. The routes are known from the official SDK only: their permission is not documented.',
	zh: {
		name: '发送',
		action: '发送邮件',
		description:
			'从企业邮箱发送邮件。两次调用。需开通钉钉企业邮箱；发送失败会留下草稿，不支持附件。此接口仅见于官方 SDK，所需权限未公开',
	},
	docs: 'https://open.dingtalk.com/document/development/queries-enterprise-email-statistics',
	routes: [DRAFT, SEND],
	fields: [
		{
			displayName: 'To',
			zh: { name: '收件人', description: '用逗号分隔的邮箱地址', placeholder: '例如 zhangsan@example.com' },
			name: 'to',
			type: 'string',
			list: true,
			required: true,
			default: '',
			placeholder: 'e.g. zhangsan@example.com',
			description: 'Email addresses, separated by commas',
		},
		{ displayName: 'Subject', zh: '主题', name: 'subject', type: 'string', required: true, default: '' },
		{
			displayName: 'Format',
			zh: '正文格式',
			name: 'bodyKind',
			type: 'options',
			default: 'html',
			options: [
				{ name: 'HTML', value: 'html', zh: 'HTML 格式' },
				{ name: 'Text', value: 'text', zh: '纯文本' },
			],
		},
		{
			displayName: 'Body',
			zh: '正文',
			name: 'body',
			type: 'string',
			typeOptions: { rows: 6 },
			required: true,
			default: '',
		},
		mailbox,
		{
			displayName: 'Additional Fields',
			zh: { name: '更多字段', placeholder: '添加字段' },
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				{
					displayName: 'Bcc',
					zh: { name: '密送', description: '用逗号分隔的邮箱地址' },
					name: 'bcc',
					type: 'string',
					list: true,
					default: '',
					description: 'Email addresses, separated by commas',
				},
				{
					displayName: 'Cc',
					zh: { name: '抄送', description: '用逗号分隔的邮箱地址' },
					name: 'cc',
					type: 'string',
					list: true,
					default: '',
					description: 'Email addresses, separated by commas',
				},
				{
					displayName: 'Priority',
					zh: { name: '优先级', description: '官方 SDK 仅给出 PRY_NORMAL 一例' },
					name: 'priority',
					type: 'string',
					default: 'PRY_NORMAL',
					description: 'PRY_NORMAL is the only one that the official SDK names',
				},
				{
					displayName: 'Reply To',
					zh: { name: '回复地址', description: '回复发送到此邮箱' },
					name: 'replyTo',
					type: 'string',
					default: '',
					description: 'Address to which answers go',
				},
				{
					displayName: 'Save to Sent Items',
					zh: { name: '保存到已发送', description: '是否保存到“已发送”' },
					name: 'saveToSentItems',
					type: 'boolean',
					default: true,
					description: 'Whether it is kept among the sent emails',
				},
			],
		},
	],
	plan: ({
		to,
		subject,
		bodyKind,
		body,
		mailbox: email,
		additionalFields: { cc, bcc, replyTo, priority, saveToSentItems },
	}) => {
		refuseOthers('To', to);
		refuseOthers('Cc', cc);
		refuseOthers('Bcc', bcc);
		refuseOthers('Reply To', replyTo === undefined ? undefined : [replyTo]);
		const message = {
			subject,
			from: { email },
			toRecipients: recipients(to),
			ccRecipients: recipients(cc),
			bccRecipients: recipients(bcc),
			replyTo: { email: replyTo ?? email },
			priority: priority ?? 'PRY_NORMAL',
			...otherwise(email),
			...bothBodies(bodyKind, body),
		};
		return { email, message, saveToSentItems: saveToSentItems ?? true };
	},
	run: async ({ email, message, saveToSentItems }, api) => {
		const draft = await api.call(DRAFT, { path: { email }, body: { message } });
		const id = needed(draft, 'message.id');
		await api.call(SEND, { path: { email, id }, body: { saveToSentItems } });
		return { id };
	},
});
