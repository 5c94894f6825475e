import { defineOperation, InputError, type Json } from '../../../runtime/operation';
import { departmentModes } from '../../../shared/department';
import { personModes } from '../../../shared/person';
import { acceptable, upload } from '../../../shared/upload';
import { wireNumber } from '../../../shared/wireNumber';
import { contentFields } from './contentFields';
import { delivered } from './delivery';
import { agentId } from './fields';
import { message } from './message';
import { oaFields } from './oaFields';

/** Of a message with a status bar. https://open.dingtalk.com/document/development/message-types-and-data-format */
const MAX_PEOPLE_WITH_STATUS = 5;
/** A file that is larger may be uploaded, but not sent. https://open.dingtalk.com/document/development/message-types-and-data-format */
const MAX_FILE_BYTES = 10 * 1024 * 1024;

interface Recipients {
	toAllUser: boolean;
	people?: string[];
	departments?: string[];
}

function refuseRecipients({ toAllUser, people = [], departments = [] }: Recipients, hasStatus: boolean) {
	if (!toAllUser && people.length + departments.length === 0)
		throw new InputError(
			'People',
			'is empty, and so is Departments: choose who receives the notification',
			'与“部门”均为空：请选择接收者',
		);
	for (const department of departments) wireNumber('Departments', department);
	if (!hasStatus) return;
	if (toAllUser)
		throw new InputError(
			'Send to Everyone',
			`is on, but a message with a status bar goes to at most ${MAX_PEOPLE_WITH_STATUS} people`,
			`已开启，但带状态栏的消息最多发送给 ${MAX_PEOPLE_WITH_STATUS} 人`,
		);
	if (departments.length > 0)
		throw new InputError(
			'Departments',
			'cannot receive a message with a status bar; choose people instead',
			'不能接收带状态栏的消息，请改为选择人员',
		);
	if (people.length > MAX_PEOPLE_WITH_STATUS)
		throw new InputError(
			'People',
			`has ${people.length} entries; a message with a status bar goes to at most ${MAX_PEOPLE_WITH_STATUS} people`,
			`有 ${people.length} 人，带状态栏的消息最多发送给 ${MAX_PEOPLE_WITH_STATUS} 人`,
		);
}

const joined = (ids: string[] | undefined) => (ids && ids.length > 0 ? ids.join(',') : undefined);

export const send = defineOperation({
	name: 'Send',
	value: 'send',
	action: 'Send a work notification',
	description:
		'Send a message in the name of the app. It stands among the work notifications of each person; in a chat, App Robot sends. One call per 100 people and 20 departments, one more for a file. DingTalk answers before it delivers, and silently drops what is over its limits (the same content to a person twice a day, 500 notifications a person and day, 5,000 people a minute) and people it does not know: turn on Check Delivery, or see Get Result.',
	zh: {
		name: '发送',
		action: '发送工作通知',
		description:
			'以应用名义发送消息。出现在每个人的“工作通知”中；要在单聊或群里发言，请用“应用机器人”。每 100 人、20 个部门一次调用，上传文件另计一次。钉钉先返回、后投递，超限的消息（同一人同内容每天一条、每人每天 500 条、每分钟 5000 人）和无效人员会被静默丢弃，可开启“检查送达结果”，或用“获取发送结果”查看',
	},
	docs: 'https://open.dingtalk.com/document/development/asynchronous-sending-of-enterprise-session-messages',
	permission: 'qyapi_base',
	route: 'POST /topapi/message/corpconversation/asyncsend_v2',
	fields: [
		{
			displayName: 'Send to Everyone',
			zh: { name: '发送给全员', description: '是否发送给企业全部员工，每天最多三次' },
			name: 'toAllUser',
			type: 'boolean',
			default: false,
			description: 'Whether to send to all people of the organization, at most three times a day',
		},
		{
			displayName: 'People',
			zh: { name: '接收人', description: '一个人，或用逗号分隔的多个 ID，最多 5000 人' },
			name: 'people',
			type: 'resourceLocator',
			person: 'userId',
			many: true,
			maxItems: 5000,
			default: { mode: 'list', value: '' },
			modes: personModes,
			displayOptions: { show: { toAllUser: [false] } },
			description: 'Who receives it: one person, or several IDs separated by commas, at most 5,000',
		},
		{
			displayName: 'Departments',
			zh: { name: '接收部门', description: '一个部门，或用逗号分隔的多个部门 ID；包括子部门的员工' },
			name: 'departments',
			type: 'resourceLocator',
			list: true,
			default: { mode: 'list', value: '' },
			modes: departmentModes,
			displayOptions: { show: { toAllUser: [false] } },
			description:
				'Whose people receive it, those of sub-departments too: one department, or several IDs separated by commas',
		},
		...contentFields,
		...oaFields,
		{
			displayName: 'Check Delivery',
			zh: {
				name: '检查送达结果',
				description:
					'是否等待投递完成并查询结果（每个任务至少多两次调用，最多等待 10 秒）：无人收到则报错，部分未收到则提示并在输出中列出',
			},
			name: 'checkDelivery',
			type: 'boolean',
			under: 'options',
			default: false,
			description:
				'Whether to wait for the delivery and ask what became of it, which takes two calls or more and up to 10 seconds. An error if it reached nobody; a hint, and the IDs in the output, if it missed some.',
		},
		agentId,
	],
	check: ({ toAllUser, people, departments, ...content }) => {
		refuseRecipients(
			{ toAllUser, people, departments },
			content.messageType === 'oa' && content.statusValue !== undefined,
		);
		void message(content);
	},
	prepare: async ({ messageType, binaryPropertyName: file, oaBody }, api) => {
		if (file && (messageType === 'image' || messageType === 'voice' || messageType === 'file')) {
			const fit = acceptable(file, messageType, 'Input Binary Field', MAX_FILE_BYTES);
			return { mediaId: await upload(api, fit, messageType) };
		}
		if (!oaBody?.imageBinary) return {};
		return { image: await upload(api, acceptable(oaBody.imageBinary, 'image', 'Image Binary Field'), 'image') };
	},
	request: ({ agentId: agent, toAllUser, people, departments, ...content }, { found: { image, ...uploaded } }) => ({
		body: {
			agent_id: wireNumber('Agent ID', agent),
			userid_list: joined(people),
			dept_id_list: joined(departments),
			to_all_user: toAllUser,
			msg: message({ ...content, ...uploaded, ...(image && { oaBody: { ...content.oaBody, image } }) }),
		},
	}),
	split: {
		lists: { people: 100, departments: 20 },
		merge: (answers) => ({ taskIds: answers.map(({ task_id: id }) => id) }),
	},
	output: ({ task_id: only, taskIds, failed }): Json => {
		const ids: unknown[] = Array.isArray(taskIds) ? taskIds : [only];
		return { ...(ids.length === 1 && { taskId: ids[0] }), taskIds: ids, ...(failed !== undefined && { failed }) };
	},
	confirm: async (sent, { agentId: agent, checkDelivery }, api) =>
		checkDelivery ? await delivered(sent, agent, api) : { ok: [sent], failed: [] },
});
