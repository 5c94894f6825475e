import type { Resource } from '../../../runtime/operation';
import { wrongFile } from '../../locators/dentry';
import hints from '../hints.json';
import { copy } from './copy';
import { remove } from './delete';
import { download } from './download';
import { get } from './get';
import { getAll } from './getAll';
import { getLink } from './getLink';
import { getVersions } from './getVersions';
import { move } from './move';
import { restoreVersion } from './restoreVersion';
import { search } from './search';
import { sendToChat } from './sendToChat';
import { sendToUser } from './sendToUser';
import { update } from './update';
import { upload } from './upload';

export const file: Resource = {
	name: 'File',
	value: 'file',
	description: 'Files and folders in the drive and in knowledge bases',
	zh: { name: '文件', description: '钉盘与知识库中的文件和文件夹' },
	hints,
	explain: wrongFile,
	operations: [
		upload,
		download,
		search,
		getAll,
		get,
		sendToChat,
		sendToUser,
		copy,
		move,
		update,
		remove,
		getLink,
		getVersions,
		restoreVersion,
	],
};
