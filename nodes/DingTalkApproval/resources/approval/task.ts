import { isObject, type Json } from '../../../protocol/json';
import { defineField, InputError } from '../../../runtime/operation';
import { personModes } from '../../../shared/person';

export const instanceId = defineField({
	displayName: 'Instance ID',
	zh: { name: '审批实例 ID', description: '创建、查询审批以及审批事件返回的 processInstanceId' },
	name: 'processInstanceId',
	type: 'string',
	id: true,
	required: true,
	default: '',
	placeholder: 'e.g. a171de6c-8bcd-4d2c-9d02-2ba4a3a3a5f7',
	description: 'The processInstanceId that Create, Get Many and the approval events give',
});

/** Who holds the task. */
export const approver = defineField({
	displayName: 'Approver',
	zh: { name: '审批人', description: '以谁的名义处理，须为任务当前的审批人（审批事件中的 staffId）' },
	name: 'approver',
	type: 'resourceLocator',
	person: 'userId',
	required: true,
	default: { mode: 'list', value: '' },
	modes: personModes,
	description: 'In whose name it is done: the person for whom the task waits (staffId in the approval events)',
});

export const taskId = defineField({
	displayName: 'Task ID',
	zh: { name: '任务 ID', description: '审批任务事件中的 taskId。留空时查询该审批人当前的任务，多一次调用' },
	name: 'taskId',
	type: 'string',
	id: true,
	digits: true,
	default: '',
	placeholder: 'e.g. 67583405630',
	description:
		'The taskId of the event "approval task". Empty: the task that waits for the approver, which takes one more call.',
});

/** A comment of at most 1,024 characters. https://open.dingtalk.com/document/development/approve-or-reject-the-approval-task */
export const remark = defineField({
	displayName: 'Comment',
	zh: '审批意见',
	name: 'remark',
	type: 'string',
	default: '',
	maxLength: 1024,
	typeOptions: { rows: 3 },
});

/** Pictures by URL. */
export const photos = defineField({
	displayName: 'Picture URLs',
	zh: { name: '图片地址', description: '用逗号或换行分隔' },
	name: 'photos',
	type: 'string',
	list: true,
	default: '',
	maxLength: 1024,
	description: 'Separated by commas or lines',
});

/** Files as Upload Attachment gives them. */
export const attachments = defineField({
	displayName: 'Attachments (JSON)',
	zh: { name: '附件（JSON）', description: '“上传附件”输出的数据项，一个或多个' },
	name: 'attachments',
	type: 'json',
	default: '',
	description: 'What Upload Attachment returned: one item, or a list of them',
});

const MEMBERS = ['spaceId', 'fileSize', 'fileId', 'fileName', 'fileType'] as const;
/** https://open.dingtalk.com/document/development/approve-or-reject-the-approval-task */
const MOST_FILES = 20;

function attachment(entry: unknown): Json {
	if (!isObject(entry) || entry.fileId === undefined || entry.spaceId === undefined)
		throw new InputError(
			'Attachments (JSON)',
			'has an entry without spaceId and fileId: use what Upload Attachment returned',
			'中有缺少 spaceId、fileId 的项：请使用“上传附件”的输出',
		);
	return Object.fromEntries(
		MEMBERS.filter((name) => entry[name] !== undefined).map((name) => [name, String(entry[name])]),
	);
}

/** Pictures and files of a comment; none stay none. @throws InputError for more than 20 files, or for what is no file. */
export function filesOf(pictures: readonly string[] | undefined, files: unknown): Json | undefined {
	const entries = files === undefined ? [] : [files].flat();
	if (entries.length > MOST_FILES)
		throw new InputError(
			'Attachments (JSON)',
			`has ${entries.length} files; DingTalk accepts at most ${MOST_FILES}`,
			`有 ${entries.length} 个附件，钉钉最多接受 ${MOST_FILES} 个`,
		);
	if (entries.length === 0 && (pictures ?? []).length === 0) return undefined;
	return {
		...(pictures && pictures.length > 0 && { photos: pictures }),
		...(entries.length > 0 && { attachments: entries.map(attachment) }),
	};
}
