import type { Field, PersonRef, Reading } from '../field';
import { InputError } from '../inputError';
import { personRefs } from '../people';
import { atMost, shown, type Kind } from './kind';
import { morePeople } from './more';

/** What a robot message calls its sender where the sender has no userId, and DingTalk takes nowhere. */
const SENDER_ID = /^\$:LWCP_v\d+:\$/;

function refuseSenderId({ displayName }: Field, refs: readonly PersonRef[]): void {
	const sender = refs.find(({ value }) => SENDER_ID.test(value));
	if (sender)
		throw new InputError(
			displayName,
			`"${sender.value}" is the encrypted senderId of a message, by which DingTalk finds nobody. Use sender.userId of the trigger; people from outside the organization have none and can only be answered by Reply`,
			`“${sender.value}”是消息中加密的 senderId，钉钉无法据此找到人员。请使用触发器的 sender.userId；外部人员没有 userId，只能用“回复消息”回复`,
		);
}

const refsOf = ({ displayName, person }: Field, raw: unknown): PersonRef[] =>
	personRefs(raw, { field: displayName, wanted: person });

/** @throws InputError where one person is wanted and several are named */
function onlyOne({ displayName }: Field, ids: readonly string[]): string {
	if (ids.length > 1)
		throw new InputError(
			displayName,
			`takes one person, but is given ${ids.length}: ${shown(ids.join(', '))}`,
			`只能填写一个人，但给出了 ${ids.length} 个：${shown(ids.join('、'))}`,
		);
	return ids[0] ?? '';
}

async function idsOf(field: Field, raw: unknown, { people }: Reading): Promise<string | string[]> {
	const refs = refsOf(field, raw);
	refuseSenderId(field, refs);
	const found = await Promise.all(refs.map(async (ref) => await people.idOf(ref, field.person ?? 'userId')));
	const ids = [...new Set(found)];
	return field.many ? atMost(field, ids) : onlyOne(field, ids);
}

/** One person or several, by list, userId, unionId or mobile: the id that the route takes. */
export const people: Kind = {
	properties: (field) => (field.many ? [field, morePeople(field)] : [field]),
	isEmpty: (field, raw) => refsOf(field, raw).length === 0,
	untouched: ({ many }) => (many ? [] : undefined),
	read: idsOf,
	sample: ({ many }) => (many ? ['user1', 'user2'] : 'user1'),
};
