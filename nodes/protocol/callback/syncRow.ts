import { isObject } from '../json';
import { type PushedEvent, fingerprint, idOf, momentsOf } from './pushedEvent';
import { type JsonObject, parseObject, textOf } from './request';

/** A text of digits as the number that Stream has in its place, unless no number holds it. */
const numberOf = (id: string): number | string =>
	/^\d+$/.test(id) && Number.isSafeInteger(Number(id)) ? Number(id) : id;

/**
 * Whom a row is about, by its `biz_type`: for an app that may not see the person, department or role, the
 * row holds nothing else. https://open.dingtalk.com/document/development/configure-synchttp-push
 */
const ABOUT: Readonly<Record<string, (id: string) => JsonObject>> = {
	13: (userid) => ({ userid }),
	14: (id) => ({ deptId: [numberOf(id)] }),
	15: (id) => ({ roleId: numberOf(id) }),
	20: (userId) => ({ userId }),
};

/** DingTalk's reason for a row without its content: an `errcode` other than 0. */
function problemOf({ errcode, errmsg }: JsonObject): string | undefined {
	const code = idOf(errcode);
	return code === '' || code === '0' ? undefined : `${textOf(errmsg) || 'DingTalk gave no reason'} (errcode ${code})`;
}

/** The event in a row of SyncHTTP. */
export function syncedEvent(row: JsonObject, now: number): PushedEvent {
	const own = isObject(row.biz_data) ? row.biz_data : (parseObject(textOf(row.biz_data)) ?? {});
	const { syncAction, eventId, ...data } = own;
	const [bizType, bizId] = [idOf(row.biz_type), idOf(row.biz_id)];
	const about = bizId !== '' && Object.hasOwn(ABOUT, bizType) ? ABOUT[bizType](bizId) : {};
	const times = momentsOf(row.gmt_modified, row.gmt_create);
	const problem = problemOf(data);
	return {
		eventType: textOf(syncAction) || `biz_type_${bizType}`,
		eventId: idOf(eventId) || fingerprint(row),
		corpId: textOf(row.corp_id),
		occurredAt: times[0] ?? now,
		times,
		data: { ...about, ...data, ...(bizId !== '' && { bizId }) },
		...(problem !== undefined && { problem }),
	};
}
