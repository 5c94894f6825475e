import type { IDataObject } from 'n8n-workflow';

import { millis } from '../../protocol/callback/pushedEvent';
import type { Parts, Route } from '../../protocol/request';
import { toChinaDate } from '../../protocol/time';
import { type TriggerItem, asData, textOf } from './incoming';

/** The one call that brings what an event is about. */
export interface Question {
	readonly route: Route;
	readonly parts: Pick<Parts, 'query' | 'body'> & { path?: Record<string, string> };
}

const firstOf = (value: unknown): unknown => (Array.isArray(value) ? (value as unknown[])[0] : value);
const firstRow = ({ dataList }: IDataObject): IDataObject => asData((firstOf(dataList) ?? {}) as IDataObject);

/** https://open.dingtalk.com/document/development/obtains-the-details-of-a-single-approval-instance-pop */
function approval({ data }: TriggerItem): Question | undefined {
	const processInstanceId = textOf(data.processInstanceId);
	return processInstanceId === ''
		? undefined
		: { route: 'GET /v1.0/workflow/processInstances', parts: { query: { processInstanceId } } };
}

/** https://open.dingtalk.com/document/development/query-user-details */
function user({ data }: TriggerItem): Question | undefined {
	const userid = textOf(firstOf(data.userId ?? data.userid ?? data.userIdList));
	return userid === '' ? undefined : { route: 'POST /topapi/v2/user/get', parts: { body: { userid } } };
}

/** https://open.dingtalk.com/document/development/obtain-the-attendance-update-data */
function attendanceDay({ data, occurredAt }: TriggerItem): Question | undefined {
	const row = firstRow(data);
	const userid = textOf(row.userId ?? row.userid);
	const day = toChinaDate(millis(row.workDate ?? row.checkTime, Date.parse(occurredAt)));
	return userid === ''
		? undefined
		: { route: 'POST /topapi/attendance/getupdatedata', parts: { body: { userid, work_date: `${day} 00:00:00` } } };
}

/** Known to the official SDK (todo_1_0, getTodoTask) only. */
function task({ data }: TriggerItem): Question | undefined {
	const [unionId, taskId] = [textOf(firstOf(data.unionIdList)), textOf(data.taskId)];
	return unionId === '' || taskId === ''
		? undefined
		: { route: 'GET /v1.0/todo/users/{unionId}/tasks/{taskId}', parts: { path: { unionId, taskId } } };
}

/** By the beginning of the event type. What is gone has no details any more. */
const QUESTIONS: ReadonlyArray<readonly [RegExp, (item: TriggerItem) => Question | undefined]> = [
	[/^(user_leave_org|todo_task_delete)$/, () => undefined],
	[/^(bpms_|attendance_approve_)/, approval],
	[/^(user_|label_user_)/, user],
	[/^attendance_/, attendanceDay],
	[/^todo_task_/, task],
];

/** What to ask for the details of an event; undefined where no API tells them. */
export const questionFor = (item: TriggerItem): Question | undefined =>
	QUESTIONS.find(([type]) => type.test(item.eventType))?.[1](item);
