import { defineOperation } from '../../../runtime/operation';
import { robotCodeOption } from './fields';

/** The first file of what DingTalk Trigger gives out. */
const ATTACHMENT = '$json.attachments?.[0]';

export const downloadFile = defineOperation({
	name: 'Download File',
	value: 'downloadFile',
	action: 'Download a file that was sent to the robot',
	description:
		'Get a file that somebody sent to the robot. Pictures, recordings and videos too. One call and the download. The code of a message expires, so download at once.',
	zh: {
		name: '下载收到的文件',
		action: '下载机器人收到的文件',
		description: '下载用户发给机器人的文件。图片、语音、视频也可。一次调用加一次下载；下载码会过期，请及时下载',
	},
	docs: 'https://open.dingtalk.com/document/development/download-the-file-content-of-the-robot-receiving-message',
	permission: 'qyapi_robot_sendmsg',
	route: 'POST /v1.0/robot/messageFiles/download',
	safe: true,
	fields: [
		{
			displayName: 'Download Code',
			zh: { name: '下载码', description: '收到的消息中的 downloadCode，由钉钉触发器的 attachments 给出' },
			name: 'downloadCode',
			type: 'string',
			id: true,
			required: true,
			default: `={{ ${ATTACHMENT}?.downloadCode }}`,
			description: 'The downloadCode of the received message, as DingTalk Trigger gives it in attachments',
		},
		{
			displayName: 'File Name',
			zh: { name: '文件名', description: '保存时使用的文件名；留空由下载地址决定（其扩展名不一定正确）' },
			name: 'fileName',
			type: 'string',
			default: `={{ ${ATTACHMENT}?.fileName ?? "" }}`,
			placeholder: 'e.g. report.xlsx',
			description:
				"Name of the binary file. Empty: the download's own name, whose extension need not be right. Messages with a file have its name.",
		},
		robotCodeOption,
	],
	request: ({ downloadCode, robotCode }) => ({ body: { downloadCode, robotCode } }),
	download: ({ downloadUrl }, { fileName }) => ({ url: String(downloadUrl), ...(fileName && { name: fileName }) }),
	output: ({ downloadUrl }, { fileName }) => ({ downloadUrl, ...(fileName && { fileName }) }),
});
