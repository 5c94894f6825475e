import { isStale } from '../protocol/auth';
import { DingTalkError, errorIn, type Answer } from '../protocol/errors';
import type { Session } from './transport';

/**
 * One token per app and process. n8n fetches and stores it (pre-authentication, in its database, so that workers share it) when a
 * request goes out with none; this module sees to it that of many parallel calls just one does that while the others wait for it.
 */
type Data = Session['data'];

const newest = new Map<string, Data>();
const fetching = new Map<string, Promise<unknown>>();

const keyOf = ({ data }: Session) => [data.apiHost, data.legacyHost, data.clientId, data.clientSecret].join('\n');
const tokenIn = ({ accessToken, expiresAt, tokenOwner }: Data): Data => ({ accessToken, expiresAt, tokenOwner });

/** One request with the token of this credential data; n8n writes a token that it had to fetch into the very same object. */
export type Call = (data: Data) => Promise<Answer>;

/** Uses a token that another call of this process has fetched, if it is `good` for this one. */
function adopt(session: Session, good: (known: Data) => boolean): boolean {
	const known = newest.get(keyOf(session));
	if (!known || !good(known) || isStale({ ...session.data, ...known }, Date.now())) return false;
	Object.assign(session.data, known);
	return true;
}

/** Kinds of failure that the next attempt would meet again: a wrong secret is not tried once per item. */
const FINAL = new Set<unknown>(['refused', 'auth', 'permission', 'quota']);

function remember(session: Session, failure: unknown): void {
	if (failure instanceof DingTalkError && FINAL.has(failure.kind)) session.noToken = failure;
}

/** Sends the call without a token, so that n8n fetches and stores one; tells the others how that went. */
async function lead(session: Session, call: Call): Promise<Answer> {
	const key = keyOf(session);
	// A copy: calls under way keep the old token instead of finding none and fetching one each.
	const data: Data = { ...session.data, accessToken: '' };
	const mine = call(data);
	const told = mine
		.then(
			() => undefined,
			(error: unknown) => (data.accessToken === '' ? error : undefined),
		)
		.then((failure) => {
			if (data.accessToken !== '') {
				Object.assign(session.data, tokenIn(data));
				newest.set(key, tokenIn(data));
			}
			fetching.delete(key);
			remember(session, failure);
			return failure;
		});
	fetching.set(key, told);
	const answer = await mine;
	await told;
	return answer;
}

async function withFreshToken(session: Session, good: (known: Data) => boolean, call: Call): Promise<Answer> {
	if (session.noToken) throw session.noToken;
	if (adopt(session, good)) return await call(session.data);
	const underWay = fetching.get(keyOf(session));
	if (underWay) {
		const failure: unknown = await underWay;
		if (failure !== undefined) {
			remember(session, failure);
			throw failure;
		}
		if (adopt(session, good)) return await call(session.data);
	}
	return await lead(session, call);
}

/** Makes a call when the pace lets it. */
export type Turn = (call: () => Promise<Answer>) => Promise<Answer>;

/**
 * Wraps a call: renews the token before its end, and once after DingTalk refuses it in either dialect. Its `turn` is waited for
 * with the token at hand, so that calls leave at the pace at which they are let go.
 */
export async function withToken(session: Session, turn: Turn, call: Call): Promise<Answer> {
	if (session.type !== 'dingTalkApi') return await turn(async () => await call(session.data));
	let used: unknown;
	let before: Data | undefined;
	const inTurn: Call = async (data) =>
		await turn(async () => {
			// The wait may have outlasted the token.
			if (data.accessToken !== '' && isStale(data, Date.now())) return await withFreshToken(session, () => true, call);
			[used, before] = [data.accessToken, newest.get(keyOf(session))];
			return await call(data);
		});
	if (isStale(session.data, Date.now())) return await withFreshToken(session, () => true, inTurn);
	const answer = await inTurn(session.data);
	// What was fetched since this call began is good, even the same token again: DingTalk gives the same one while it lives.
	const fetchedSince = (known: Data) => known !== before || known.accessToken !== used;
	return errorIn(answer)?.kind === 'auth' ? await withFreshToken(session, fetchedSince, inTurn) : answer;
}
