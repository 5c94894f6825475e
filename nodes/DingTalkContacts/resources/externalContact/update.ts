import { defineProcedure } from '../../../runtime/operation';
import { pick } from '../../../runtime/pick';
import { refuseNoChange } from '../../../shared/changes';
import { wireNumber } from '../../../shared/wireNumber';
import { externalContact } from '../../locators/externalContacts';
import { about, aboutBody, labels, owner } from './fields';

const READ = 'POST /topapi/extcontact/get';
const UPDATE = 'POST /topapi/extcontact/update';

/** What Update sends; the mobile number cannot be changed. */
const KEPT = [
	'name',
	'label_ids',
	'follower_user_id',
	'company_name',
	'title',
	'address',
	'remark',
	'share_user_ids',
	'share_dept_ids',
];

export const update = defineProcedure({
	name: 'Update',
	value: 'update',
	action: 'Update an external contact',
	description:
		'Change an external contact. Two calls, free of the monthly quota: it is read first, so that what is not changed stays. The mobile number cannot be changed.',
	zh: {
		name: '更新',
		action: '更新外部联系人',
		description: '修改外部联系人。两次调用，不计入月度调用量：先读取，未修改的内容保持不变。手机号不能修改',
	},
	docs: 'https://open.dingtalk.com/document/development/update-enterprise-external-contacts',
	permission: 'qyapi_ext_write',
	routes: [READ, UPDATE],
	fields: [
		externalContact,
		{
			displayName: 'Update Fields',
			zh: { name: '更新字段', placeholder: '添加字段' },
			name: 'updateFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				{ displayName: 'Name', zh: '姓名', name: 'name', type: 'string', default: '' },
				labels,
				owner,
				...about,
			],
		},
	],
	inTurn: ({ externalContact }) => [externalContact],
	plan: ({ externalContact: user_id, updateFields: { name, labels: ids, owner: follower_user_id, ...more } }) => {
		const label_ids = ids?.map((id) => wireNumber('Labels', id));
		const changes = { name, label_ids, follower_user_id, ...aboutBody(more) };
		refuseNoChange(changes);
		return { user_id, changes: Object.entries(changes).filter(([, value]) => value !== undefined) };
	},
	run: async ({ user_id, changes }, api) => {
		const known = pick(await api.call(READ, { body: { user_id } }, { safe: true }), KEPT);
		await api.call(
			UPDATE,
			{ body: { contact: { ...known, ...Object.fromEntries(changes), user_id } } },
			{ safe: true },
		);
		return { userid: user_id };
	},
});
