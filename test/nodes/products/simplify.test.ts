/** Simplify is on by default: what people ask for stands in its output, shown with answers that have every documented member. */
import { get as getApproval } from '../../../nodes/DingTalkApproval/resources/approval/get';
import { getUpdatedData } from '../../../nodes/DingTalkAttendance/resources/attendance/getUpdatedData';
import { get as getUser } from '../../../nodes/DingTalkContacts/resources/user/get';
import { getAll as getTasks } from '../../../nodes/DingTalkProject/resources/task/getAll';
import { getAll as getNodes } from '../../../nodes/DingTalkDocs/resources/node/getAll';
import type { AnyOperation, Json } from '../../../nodes/runtime/operation';

const file = { fileName: '证明.pdf', fileSize: '1024', fileId: '111', fileType: 'pdf', spaceId: '12345' };

test.each<[string, AnyOperation, Json, object]>([
	[
		'an approval: its files, its pictures, when a task began',
		getApproval,
		{
			processInstanceId: 'p1',
			formComponentValues: [{ name: '附件', id: 'DDAttachment-1', value: JSON.stringify([file]) }],
			tasks: [{ taskId: 1, userId: 'm', status: 'NEW', createTime: '2026-08-31T11:52Z', pcUrl: 'https://x.com' }],
			operationRecords: [{ userId: 'm', remark: '同意', attachments: [file], images: ['https://x.com/1.jpg'] }],
		},
		{
			form: { 附件: JSON.stringify([file]) },
			tasks: [{ createTime: '2026-08-31T11:52Z' }],
			operationRecords: [{ remark: '同意', attachments: [file], images: ['https://x.com/1.jpg'] }],
		},
	],
	[
		'a punch: where, and what was said about one outside',
		getUpdatedData,
		{ attendance_result_list: [{ check_type: 'OnDuty', user_address: '余杭区', outside_remark: '拜访客户' }] },
		{ attendance_result_list: [{ user_address: '余杭区', outside_remark: '拜访客户' }] },
	],
	[
		'a person: telephone, day of hiring, roles, whom they lead',
		getUser,
		{
			userid: 'm',
			telephone: '010-8612',
			hired_date: 1597573616828,
			role_list: [{ id: 100, name: '总监', group_name: '职务' }],
			leader_in_dept: [{ dept_id: 2, leader: true }],
		},
		{
			telephone: '010-8612',
			hired_date: 1597573616828,
			role_list: [{ id: 100, name: '总监', group_name: '职务' }],
			leader_in_dept: [{ dept_id: 2, leader: true }],
		},
	],
	[
		"a project's task, whose list and status have other names on this route",
		getTasks,
		{ taskId: 't', stageId: 's', taskflowstatusId: 'f', visible: 'members' },
		{ taskId: 't', taskStageId: 's', taskflowStatusId: 'f' },
	],
	[
		"a person's task",
		getTasks,
		{ taskId: 't', taskStageId: 's', taskflowStatusId: 'f', dueDate: '2026-12-01T00:00:00Z' },
		{ taskId: 't', taskStageId: 's', taskflowStatusId: 'f', dueDate: '2026-12-01T00:00:00Z' },
	],
	[
		'a node of a walked tree: its path, the role that was asked for',
		getNodes,
		{ nodeId: 'n', path: '/规划', permissionRole: 'OWNER', modifierId: 'm' },
		{ nodeId: 'n', path: '/规划', permissionRole: 'OWNER' },
	],
])('%s', (_, operation, answer, kept) => expect(operation.simplify?.(answer)).toMatchObject(kept));
