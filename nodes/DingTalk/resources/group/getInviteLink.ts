import { defineOperation } from '../../../runtime/operation';
import { chatId } from '../../../shared/group';
import { operatorUserId } from '../../../shared/operator';

export const getInviteLink = defineOperation({
	name: 'Get Invite Link',
	value: 'getInviteLink',
	action: 'Get the link for joining a group',
	description: 'Get the link (QR code) by which people join a group. One call. Who shares it must be a member.',
	zh: {
		name: '获取入群二维码链接',
		action: '获取入群二维码链接',
		description: '获取入群链接（二维码）。一次调用；分享人必须是群成员',
	},
	docs: 'https://open.dingtalk.com/document/development/obtain-a-qr-code-link',
	permission: 'qyapi_chat_base_read',
	route: 'POST /topapi/chat/qrcode/get',
	safe: true,
	fields: [chatId, operatorUserId],
	request: ({ chatid, operator }) => ({ body: { chatid, userid: operator } }),
	output: ({ result }, { chatid }) => ({ chatid, link: result }),
});
