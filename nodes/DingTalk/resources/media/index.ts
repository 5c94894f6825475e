import type { Resource } from '../../../runtime/operation';
import { upload } from './upload';
import zh from './zh-CN.json';

export const media: Resource = {
	name: 'Media',
	value: 'media',
	description: 'Pictures, recordings, videos and files to send in messages',
	operations: [upload],
	zh,
};
