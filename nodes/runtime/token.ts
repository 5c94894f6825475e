import { isStale } from '../protocol/auth';
import { errorIn, type Answer } from '../protocol/errors';
import type { Session } from './transport';

/**
 * One token per app and process. n8n fetches and stores it (pre-authentication, in its database, so that workers share it) when a
 * request goes out with none; this module sees to it that of many parallel calls just one does that while the others wait for it.
 */
interface Known {
	accessToken: unknown;
	expiresAt: unknown;
}

const newest = new Map<string, Known>();
const fetching = new Map<string, Promise<unknown>>();

const keyOf = ({ data }: Session) => [data.apiHost, data.legacyHost, data.clientId, data.clientSecret].join('\n');
const tokenIn = ({ data }: Session): Known => ({ accessToken: data.accessToken, expiresAt: data.expiresAt });

/** Uses a token that another call of this process has fetched since, unless it is the one that was refused. */
function adopt(session: Session, refused: unknown): boolean {
	const known = newest.get(keyOf(session));
	if (!known || known.accessToken === refused || isStale(known, Date.now())) return false;
	Object.assign(session.data, known);
	return true;
}

async function withFreshToken(session: Session, refused: unknown, call: () => Promise<Answer>): Promise<Answer> {
	const key = keyOf(session);
	if (adopt(session, refused)) return await call();
	const underWay = fetching.get(key);
	if (underWay) {
		const failure: unknown = await underWay;
		if (failure !== undefined) throw failure;
		if (adopt(session, refused)) return await call();
	}
	session.data.accessToken = '';
	const mine = call();
	fetching.set(
		key,
		mine
			.then(
				() => undefined,
				(error: unknown) => (session.data.accessToken === '' ? error : undefined),
			)
			.then((failure) => {
				if (session.data.accessToken !== '') newest.set(key, tokenIn(session));
				fetching.delete(key);
				return failure;
			}),
	);
	return await mine;
}

/** Wraps a call: renews the token before its end, and once after DingTalk refuses it in either dialect. */
export async function withToken(session: Session, call: () => Promise<Answer>): Promise<Answer> {
	if (session.type !== 'dingTalkApi') return await call();
	if (isStale(tokenIn(session), Date.now())) return await withFreshToken(session, session.data.accessToken, call);
	const used = session.data.accessToken;
	const answer = await call();
	return errorIn(answer)?.kind === 'auth' ? await withFreshToken(session, used, call) : answer;
}
