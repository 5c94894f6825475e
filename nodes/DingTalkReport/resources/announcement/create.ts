import { defineOperation, InputError } from '../../../runtime/operation';
import { departmentModes } from '../../../shared/department';
import { operatorUserId } from '../../../shared/operator';
import { personModes } from '../../../shared/person';
import { wireNumber } from '../../../shared/wireNumber';
import { announcementAuthor, content, ding, title } from '../../fields/announcement';
import { checkCover, cover, coverOf } from '../../fields/cover';
import { category } from '../../locators/announcement';

/** The root department, and with it everybody. https://open.dingtalk.com/document/development/create-an-enterprise-announcement */
const EVERYBODY = -1;
const ROOT = '1';

const onlySome = { show: { audience: ['some'] } };

export const create = defineOperation({
	name: 'Create',
	value: 'create',
	action: 'Create an announcement',
	description:
		'Publish an announcement, and notify its receivers at once. One call, one more for a cover. DingTalk gives no ID back: the trigger (blackboard_sent) and Get Many have it. Running it twice publishes and notifies twice. The operator must be an announcement administrator.',
	zh: {
		name: '创建',
		action: '创建公告',
		description:
			'发布公告并立即通知接收人。一次调用，带封面多一次。钉钉不返回公告 ID，可由触发器（blackboard_sent）或“获取多个”得到。重复运行会再次发布并通知。操作人必须是公告管理员',
	},
	docs: 'https://open.dingtalk.com/document/development/create-an-enterprise-announcement',
	permission: 'qyapi_blackboard_manage',
	route: 'POST /topapi/blackboard/create',
	fields: [
		{ ...title, required: true },
		{ ...content, required: true },
		{
			displayName: 'Send To',
			zh: '接收范围',
			name: 'audience',
			type: 'options',
			default: 'some',
			options: [
				{ name: 'Departments and People', value: 'some', zh: '指定部门和员工' },
				{ name: 'Everybody', value: 'everybody', zh: '全员' },
			],
		},
		{
			displayName: 'Departments',
			zh: { name: '接收部门', description: '根部门即全员' },
			name: 'departments',
			type: 'resourceLocator',
			many: true,
			digits: true,
			maxItems: 20,
			default: { mode: 'list', value: '' },
			modes: departmentModes,
			displayOptions: onlySome,
			description: 'The root department means everybody',
		},
		{
			displayName: 'People',
			zh: { name: '接收人', description: '一个人，或用逗号分隔的多个 ID' },
			name: 'people',
			type: 'resourceLocator',
			person: 'userId',
			many: true,
			maxItems: 1000,
			default: { mode: 'list', value: '' },
			modes: personModes,
			displayOptions: onlySome,
			description: 'One person, or several IDs separated by commas',
		},
		{
			displayName: 'Additional Fields',
			zh: { name: '更多字段', placeholder: '添加字段' },
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				announcementAuthor,
				category,
				{
					displayName: 'Confidentiality',
					zh: '保密等级',
					name: 'privateLevel',
					type: 'options',
					default: 0,
					options: [
						{ name: 'Confidential', value: 20, zh: '保密公告' },
						{ name: 'Normal', value: 0, zh: '普通公告' },
					],
				},
				cover,
				{
					displayName: 'Pin',
					zh: { name: '置顶', description: '是否置顶' },
					name: 'pushTop',
					type: 'boolean',
					default: true,
					description: 'Whether it stays on top of the list',
				},
				ding,
			],
		},
		operatorUserId,
	],
	check: ({ audience, departments = [], people = [], additionalFields }) => {
		checkCover(additionalFields.cover);
		if (audience === 'some' && departments.length + people.length === 0)
			throw new InputError(
				'Departments',
				'and People are both empty: choose at least one receiver, or Everybody',
				'与接收人均为空：请至少选择一个接收人或部门，或选择全员',
			);
	},
	prepare: async ({ additionalFields }, api) => await coverOf(additionalFields.cover, api),
	request: (values, { found }) => {
		const { audience, departments = [], people = [], additionalFields: more } = values;
		const receivers = departments.map((id) => (id === ROOT ? EVERYBODY : wireNumber('Departments', id)));
		const deptid_list = audience === 'everybody' ? [EVERYBODY] : receivers;
		return {
			body: {
				create_request: {
					title: values.title,
					content: values.content,
					operation_userid: values.operator,
					blackboard_receiver: {
						deptid_list: deptid_list.length > 0 ? deptid_list : undefined,
						userid_list: audience === 'some' && people.length > 0 ? people : undefined,
					},
					author: more.author,
					category_id: more.category,
					private_level: more.privateLevel,
					push_top: more.pushTop,
					ding: more.ding,
					coverpic_mediaid: found,
				},
			},
		};
	},
	output: () => ({ success: true }),
});
