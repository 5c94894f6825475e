import { defineList } from '../../../runtime/list';
import { defineLocator } from '../../../runtime/locator';
import { mailbox } from './mailbox';

/** A folder of the mailbox; only those at the top are listed. The official SDK's example has 2 for the inbox. */
export const folder = defineLocator({
	displayName: 'Folder',
	zh: { name: '文件夹', description: '从列表选择，或填写文件夹 ID（官方 SDK 示例中收件箱为 2）' },
	name: 'folder',
	required: true,
	description: "Chosen from the list, or by its ID (2 is the inbox in the official SDK's example)",
	placeholder: 'e.g. 2',
	list: defineList({
		needs: [mailbox],
		route: 'GET /v1.0/mail/users/{email}/mailFolders',
		request: ({ mailbox: email }) => ({ path: { email } }),
		paging: { style: 'whole', entries: 'folders' },
		entry: ({ id, displayName, unreadItemCount }) => ({
			name: `${String(displayName)} (${String(unreadItemCount ?? 0)})`,
			value: String(id),
		}),
	}),
});
