import { defineOperation, type Json, type PartlyDone, type Refusal } from '../../../runtime/operation';
import { objectsIn } from '../../../runtime/pick';
import { people } from '../../../shared/person';
import { robotCodeOption, robotMessageFields } from './fields';
import { templateOf, uploadFiles } from './template';

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** Every answer has one key, to recall the message or to ask who has read it, and the people it did not go to. */
const merge = (answers: Json[]): Json => ({
	processQueryKeys: answers.map(({ processQueryKey }) => processQueryKey),
	invalidStaffIdList: answers.flatMap(({ invalidStaffIdList }) => listOf(invalidStaffIdList)),
	flowControlledStaffIdList: answers.flatMap(({ flowControlledStaffIdList }) => listOf(flowControlledStaffIdList)),
});

/** The message is one, whoever got it: people whom DingTalk left out are named in it. Calls that failed name theirs in `failed`. */
function outcome(sent: Json, people: readonly string[]): PartlyDone {
	const refused = (list: unknown, message: string): Refusal[] =>
		listOf(list)
			.filter((id) => people.some((person) => person === id))
			.map((id) => ({ entry: String(id), message }));
	const failed = [
		...refused(sent.invalidStaffIdList, 'no such person in the reach of the robot 机器人找不到该员工'),
		...refused(sent.flowControlledStaffIdList, 'too many messages to this person, held back by DingTalk 被钉钉限流'),
		...objectsIn(sent.failed).flatMap(({ users, error }) => refused(users, String(error))),
	];
	return { ok: failed.length >= people.length ? [] : [sent], failed, within: people.length };
}

export const sendToUsers = defineOperation({
	name: 'Send to People',
	value: 'sendToUsers',
	action: 'Send a robot message to people',
	description:
		"Send a message from the app's robot to people, one to one. It stands in the chat of the person with the robot; among the notifications, Work Notification sends. One call per 20 people, and one per uploaded file. All refused is an error; some refused is a hint, and the output names them.",
	zh: {
		name: '发送给个人',
		action: '机器人发送单聊消息',
		description:
			'用应用机器人向员工发单聊消息。出现在员工与机器人的单聊中；要出现在“工作通知”中，请用“工作通知”。每 20 人一次调用，上传文件另算一次；全部失败则报错，部分失败则提示并在输出中列出',
	},
	docs: 'https://open.dingtalk.com/document/development/chatbots-send-one-on-one-chat-messages-in-batches',
	permission: 'qyapi_robot_sendmsg',
	route: 'POST /v1.0/robot/oToMessages/batchSend',
	fields: [
		{
			...people,
			displayName: 'Recipients',
			zh: { ...people.zh, name: '接收人' },
			name: 'users',
			description: 'Who gets the message: one person, or several IDs separated by commas',
		},
		...robotMessageFields,
		robotCodeOption,
	],
	check: (message) => void templateOf(message),
	prepare: uploadFiles,
	request: ({ robotCode: code, users, ...message }, { found }) => ({
		body: { robotCode: code, userIds: users, ...templateOf({ ...message, ...found }) },
	}),
	split: { lists: { users: 20 }, merge },
	partial: (answer, { users }) => outcome('processQueryKeys' in answer ? answer : merge([answer]), users),
});
