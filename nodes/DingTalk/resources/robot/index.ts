import type { Resource } from '../../../runtime/operation';
import { downloadFile } from './downloadFile';
import { getGroupReaders } from './getGroupReaders';
import { getGroups } from './getGroups';
import { getReadStatus } from './getReadStatus';
import hints from './hints.json';
import { recall } from './recall';
import { recallFromGroup } from './recallFromGroup';
import { reply } from './reply';
import { sendToGroup } from './sendToGroup';
import { sendToSceneGroup } from './sendToSceneGroup';
import { sendToUsers } from './sendToUsers';

export const robot: Resource = {
	name: 'App Robot',
	value: 'robot',
	description: "Messages in chats, as the app's robot. Send, recall, see who read them, get received files.",
	operations: [
		sendToUsers,
		sendToGroup,
		reply,
		downloadFile,
		recall,
		recallFromGroup,
		getReadStatus,
		getGroupReaders,
		sendToSceneGroup,
		getGroups,
	],
	zh: { name: '应用机器人', description: '以应用机器人的身份在单聊和群里发消息。发送、撤回、查询已读、下载收到的文件' },
	hints,
};
