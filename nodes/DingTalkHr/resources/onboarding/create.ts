import { defineMapper } from '../../../runtime/mapper';
import { defineOperation } from '../../../runtime/operation';
import { refuseNoChange } from '../../../shared/changes';
import { wireNumber } from '../../../shared/wireNumber';
import { byGroup } from '../../flows/columns';
import { agentId } from '../../fields/agentId';
import { rosterMapper } from '../../fields/rosterMapper';

const words = { ...rosterMapper, name: 'newRoster', displayName: 'Fields' } as const;

export const create = defineOperation({
	name: 'Create',
	value: 'create',
	action: 'Add a future employee',
	description:
		'Add a person who will join, also with roster fields. One call, two more to read the fields. The user ID is a temporary one: joining gives another. The mobile number of somebody who works here already fails as "system busy". DingTalk advises at most 5 groups of 5 fields. Needs the HR app of DingTalk.',
	zh: {
		name: '创建',
		action: '添加待入职员工',
		description:
			'添加待入职员工，可填写花名册字段。一次调用，填写花名册时另有两次读取字段。返回的 userId 是临时的，正式入职后会变化。手机号属于在职员工时会报“系统繁忙”。钉钉建议不超过 5 个分组、每组 5 个字段。需开通智能人事',
	},
	docs: 'https://open.dingtalk.com/document/development/add-employees-to-be-hired-supports-system-and-custom-fields',
	permission: 'Pro.HrmPreentry.ReadWrite',
	route: 'POST /v1.0/hrm/preentries',
	fields: [
		{ displayName: 'Name', zh: '姓名', name: 'personName', type: 'string', required: true, default: '' },
		{
			displayName: 'Mobile',
			zh: { name: '手机号', description: '不能是在职员工的手机号' },
			name: 'mobile',
			type: 'string',
			id: true,
			required: true,
			default: '',
			placeholder: 'e.g. 13800000000',
			description: 'Not that of somebody who works here already',
		},
		{
			displayName: 'Joins On',
			zh: { name: '预计入职时间', description: '预计何时入职' },
			name: 'preEntryTime',
			type: 'dateTime',
			default: '',
			description: 'When the person is expected',
		},
		{
			displayName: 'Fill In Roster Fields',
			zh: { name: '填写花名册字段', description: '是否同时填写花名册；需读取字段，多两次调用' },
			name: 'fillRoster',
			type: 'boolean',
			default: false,
			description: 'Whether to fill in the roster too. Two more calls to read its fields.',
		},
		{ ...defineMapper({ ...words, mode: 'add' }), displayOptions: { show: { fillRoster: [true] } } },
		{
			displayName: 'Additional Fields',
			zh: { name: '更多字段', placeholder: '添加字段' },
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				{
					displayName: 'Ask Person to Complete the Form',
					zh: { name: '通知本人填写登记表', description: '是否向本人发送完善入职登记表的消息' },
					name: 'needSendPreEntryMsg',
					type: 'boolean',
					default: true,
					description: 'Whether the person gets a message that asks to complete the form',
				},
			],
		},
		{ ...agentId, required: false },
	],
	request: ({ personName: name, mobile, preEntryTime, newRoster, agentId: agent, additionalFields }) => {
		if (newRoster) refuseNoChange(newRoster.columns, 'Fields');
		const groups = newRoster && byGroup(newRoster.columns, newRoster.known);
		return {
			body: {
				name,
				mobile,
				preEntryTime,
				agentId: agent === undefined ? undefined : wireNumber('Agent ID', agent),
				groups: groups?.map(({ group, fields }) => ({
					groupId: group,
					sections: [{ oldIndex: 0, empFieldVOList: fields.map(({ code, value }) => ({ fieldCode: code, value })) }],
				})),
				...additionalFields,
			},
		};
	},
});
