import { defineProcedure } from '../../../runtime/operation';
import { refuseNoChange } from '../../../shared/changes';
import { operatorUserId } from '../../../shared/operator';
import { announcementAuthor, content, ding, title } from '../../fields/announcement';
import { checkCover, cover, coverOf } from '../../fields/cover';
import { DETAILS, detailsRequest } from '../../flows/details';
import { announcement, category } from '../../locators/announcement';

const UPDATE = 'POST /topapi/blackboard/update';
const UPLOAD = 'POST /media/upload';

const textOf = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);

export const update = defineProcedure({
	name: 'Update',
	value: 'update',
	action: 'Update an announcement',
	description:
		'Change an announcement. Two calls, one more for a cover: it is read first, so that title, content and category stay. Receivers, pinning and confidentiality cannot be changed. The operator must be an announcement administrator.',
	zh: {
		name: '更新',
		action: '更新公告',
		description:
			'修改公告。两次调用，带封面多一次：先读取，未修改的标题、内容和分类保持不变。接收人、置顶和保密等级不能修改。操作人必须是公告管理员',
	},
	docs: 'https://open.dingtalk.com/document/development/modify-the-announcement-according-to-the-announcement-id',
	permission: 'qyapi_blackboard_manage',
	routes: [UPDATE, DETAILS, UPLOAD],
	fields: [
		announcement,
		{
			displayName: 'Update Fields',
			zh: { name: '更新字段', placeholder: '添加字段' },
			name: 'updateFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				announcementAuthor,
				category,
				content,
				cover,
				{
					displayName: 'Notify Again',
					zh: { name: '再次通知', description: '修改后是否再次通知接收人' },
					name: 'notify',
					type: 'boolean',
					default: true,
					description: 'Whether the receivers are notified again',
				},
				ding,
				title,
			],
		},
		operatorUserId,
	],
	inTurn: ({ announcement }) => [announcement],
	plan: ({ announcement: id, updateFields, operator }) => {
		refuseNoChange(updateFields);
		checkCover(updateFields.cover);
		return { id, operator, ...updateFields };
	},
	run: async ({ id, operator, cover: file, category: category_id, ...changes }, api) => {
		const known = await api.call(DETAILS, detailsRequest(id, operator));
		const { result } = await api.call(UPDATE, {
			body: {
				update_request: {
					blackboard_id: id,
					operation_userid: operator,
					title: changes.title ?? known.title,
					content: changes.content ?? known.content,
					category_id: category_id ?? textOf(known.categoryId),
					author: changes.author,
					notify: changes.notify,
					ding: changes.ding,
					coverpic_mediaid: await coverOf(file, api),
				},
			},
		});
		return { id, result: result ?? true };
	},
});
