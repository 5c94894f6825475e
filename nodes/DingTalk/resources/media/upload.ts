import { businessOf, needed } from '../../../runtime/answer';
import { defineOperation } from '../../../runtime/operation';
import { acceptable, warnOfExtension } from '../../../shared/upload';

export const upload = defineOperation({
	name: 'Upload',
	value: 'upload',
	action: 'Upload a media file',
	description: 'Upload a picture, recording, video or file, to send it by ID',
	zh: { name: '上传', action: '上传媒体文件', description: '上传图片、语音、视频或文件，得到发消息所需的 media_id' },
	docs: 'https://open.dingtalk.com/document/development/upload-media-files',
	permission: 'qyapi_base',
	route: 'POST /media/upload',
	safe: true,
	fields: [
		{
			displayName: 'Type',
			zh: '类型',
			name: 'type',
			type: 'options',
			default: 'file',
			options: [
				{
					name: 'File',
					value: 'file',
					description: 'Office files, PDF, ZIP and others, at most 20 MB',
					zh: '普通文件',
				},
				{ name: 'Image', value: 'image', description: 'JPG, GIF, PNG, BMP, at most 20 MB', zh: '图片' },
				{ name: 'Video', value: 'video', description: 'MP4, at most 20 MB', zh: '视频' },
				{ name: 'Voice', value: 'voice', description: 'AMR, MP3, WAV, at most 2 MB', zh: '语音' },
			],
		},
		{
			displayName: 'Input Binary Field',
			zh: { name: '二进制字段', description: '输入项中存放文件的二进制字段名' },
			name: 'binaryProperty',
			type: 'string',
			binary: true,
			required: true,
			default: 'data',
			description: 'Name of the binary field of the input item that holds the file',
		},
	],
	check: ({ type, binaryProperty: file }) => void acceptable(file, type, 'Input Binary Field'),
	prepare: async ({ type, binaryProperty: file }, api) => {
		warnOfExtension(api, acceptable(file, type, 'Input Binary Field'), type);
		return await Promise.resolve();
	},
	request: ({ type, binaryProperty: file }) => ({
		form: { type, media: acceptable(file, type, 'Input Binary Field') },
	}),
	output: (answer) => {
		needed(answer, 'media_id');
		return businessOf(answer);
	},
});
