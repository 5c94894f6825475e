import { defineField } from '../../runtime/field';
import { defineList } from '../../runtime/list';
import { defineLocator } from '../../runtime/locator';
import { operatorUserId } from '../../shared/operator';

/** An announcement (公告). The list has the newest ten that the operator sees. https://open.dingtalk.com/document/development/list-the-user-s-announcement-list */
export const announcement = defineLocator({
	displayName: 'Announcement',
	zh: { name: '公告', description: '从列表选择（操作人可见的最新 10 条）或填写公告 ID' },
	name: 'announcement',
	required: true,
	description: 'Chosen from the newest ten that the operator sees, or by its ID',
	placeholder: 'e.g. 72b4f87d27e815f6fecd1a2b3c4d5e6f',
	list: defineList({
		needs: [operatorUserId],
		route: 'POST /topapi/blackboard/listtopten',
		request: ({ operator: userid }) => ({ body: { userid } }),
		paging: { style: 'whole', entries: 'blackboard_list' },
		entry: ({ id, title, gmt_create: created }) => ({
			name: `${String(title)} (${String(created).slice(0, 10)})`,
			value: String(id),
		}),
	}),
});

/** https://open.dingtalk.com/document/development/obtains-the-list-of-categories-not-deleted-for-enterprise-announcements */
export const category = defineField({
	displayName: 'Category Name or ID',
	zh: { name: '公告分类', description: '在公告后台维护的分类' },
	name: 'category',
	type: 'options',
	source: defineList({
		needs: [operatorUserId],
		route: 'POST /topapi/blackboard/category/list',
		request: ({ operator: operation_userid }) => ({ body: { operation_userid } }),
		paging: { style: 'whole', entries: 'result' },
		entry: ({ id, name }) => ({ name: String(name), value: String(id) }),
	}),
	default: '',
	description:
		'Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
});
