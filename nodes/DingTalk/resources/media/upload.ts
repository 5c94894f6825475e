import { defineOperation } from '../../../runtime/operation';
import { acceptable } from '../../../shared/upload';

export const upload = defineOperation({
	name: 'Upload',
	value: 'upload',
	action: 'Upload a media file',
	description: 'Upload a picture, recording, video or file, to send it by ID',
	docs: 'https://open.dingtalk.com/document/development/upload-media-files',
	permission: 'qyapi_base',
	route: 'POST /media/upload',
	safe: true,
	fields: [
		{
			displayName: 'Type',
			name: 'type',
			type: 'options',
			default: 'file',
			options: [
				{ name: 'File', value: 'file', description: 'DOC(X), XLS(X), PPT(X), ZIP, PDF, RAR, at most 20 MB' },
				{ name: 'Image', value: 'image', description: 'JPG, GIF, PNG, BMP, at most 20 MB' },
				{ name: 'Video', value: 'video', description: 'MP4, at most 20 MB' },
				{ name: 'Voice', value: 'voice', description: 'AMR, MP3, WAV, at most 2 MB' },
			],
		},
		{
			displayName: 'Input Binary Field',
			name: 'binaryProperty',
			type: 'string',
			binary: true,
			required: true,
			default: 'data',
			description: 'Name of the binary field of the input item that holds the file',
		},
	],
	request: ({ type, binaryProperty: file }) => ({
		form: { type, media: acceptable(file, type, 'Input Binary Field') },
	}),
});
