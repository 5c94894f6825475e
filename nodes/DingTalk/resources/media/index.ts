import type { Resource } from '../../../runtime/operation';
import { upload } from './upload';

export const media: Resource = {
	name: 'Media',
	value: 'media',
	description: 'Pictures, recordings, videos and files to send in messages',
	operations: [upload],
	zh: { name: '媒体文件', description: '用于消息的图片、语音、视频和文件' },
};
