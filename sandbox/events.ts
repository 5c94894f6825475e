import { randomUUID } from 'node:crypto';

import type { Company } from './company';

export interface PushedEvent {
	eventType: string;
	eventId: string;
	/** Epoch milliseconds. */
	bornTime: number;
	corpId: string;
	/** The event's own fields, as the Stream frame has them. */
	data: Record<string, unknown>;
}

/** One entry of the failed-events list, https://open.dingtalk.com/document/development/obtain-the-event-list-of-failed-push-messages */
export type FailedEvent = { call_back_tag: string; event_time: number } & Record<string, unknown>;

export const bornEvent = (
	company: Company,
	now: number,
	eventType: string,
	data: Record<string, unknown>,
	eventId?: string,
): PushedEvent => ({
	eventType,
	eventId: eventId ?? randomUUID().replaceAll('-', ''),
	bornTime: now,
	corpId: company.corpId,
	data,
});

/** In HTTP pushes the to-do events write this one field with a capital. */
const renamed = ({ eventType, data }: PushedEvent): Record<string, unknown> => {
	const { unionIdList, ...rest } = data;
	return eventType.startsWith('todo_task_') ? { ...rest, UnionIdList: unionIdList } : data;
};

/** The event as an HTTP push has it: its own fields at the top. */
export const httpBody = (event: PushedEvent): Record<string, unknown> => ({
	EventType: event.eventType,
	EventTime: event.bornTime,
	CorpId: event.corpId,
	BizId: String(event.bornTime),
	eventId: event.eventId,
	...renamed(event),
});

const failedBody = ({ eventType, data }: PushedEvent): Record<string, unknown> => {
	if (eventType.startsWith('bpms_')) return { bpmsCallBackData: data };
	if (eventType.startsWith('label_')) return { roleLabelChange: data };
	if (eventType === 'user_add_org' || eventType === 'user_leave_org') return { userid: data.userId };
	return { callbackData: data };
};

/** The event as the failed-events list has it: without an id of its own. */
export const failedEntry = (event: PushedEvent): FailedEvent => ({
	[event.eventType]: { ...failedBody(event), corpid: event.corpId },
	call_back_tag: event.eventType,
	event_time: event.bornTime,
});
