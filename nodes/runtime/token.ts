import { isStale } from '../protocol/auth';
import { DingTalkError } from '../protocol/errors';
import type { Session } from './transport';

/**
 * One token per app and process. n8n fetches and stores it (pre-authentication, in its database, so that workers share it); this
 * module sees to it that of many parallel calls just one asks for that, and that none goes out with a token known to be refused.
 */
type Data = Session['data'];

/** A token as this process knows it. */
interface Known {
	token: Pick<Data, 'accessToken' | 'expiresAt' | 'tokenOwner'>;
	refused: boolean;
	/** Which fetch brought it; 0: it came from n8n's database. */
	fetch: number;
}

interface App {
	known?: Known;
	/** How many fetches have ended. */
	fetches: number;
	/** Why the last of them brought none. */
	failure?: unknown;
	underWay?: Promise<void>;
}

const apps = new Map<string, App>();

const tokenIn = ({ accessToken, expiresAt, tokenOwner }: Data) => ({ accessToken, expiresAt, tokenOwner });

/** What is known of the session's app, with the token that n8n has stored if that one is newer. */
function appOf({ data }: Session): App {
	const key = [data.apiHost, data.legacyHost, data.clientId, data.clientSecret].join('\n');
	const app = apps.get(key) ?? { fetches: 0 };
	apps.set(key, app);
	const { known } = app;
	const newer = Number(data.expiresAt) > Number(known?.token.expiresAt ?? 0);
	if (known && known.token.accessToken === data.accessToken) {
		if (newer) known.token = tokenIn(data);
	} else if (!isStale(data, Date.now()) && (!known || newer))
		app.known = { token: tokenIn(data), refused: false, fetch: 0 };
	return app;
}

/** Kinds of failure that the next attempt would meet again: a wrong secret is not tried once per item. */
const FINAL = new Set<unknown>(['refused', 'auth', 'permission', 'quota']);
const kindOf = (error: unknown) => (error instanceof DingTalkError ? error.kind : undefined);

/** One call's dealings with the token; see `Work` of the pace. */
export interface TokenOfCall {
	/** Waits for a token; `undefined`: one is at hand. Throws why there is none. */
	ready: () => Promise<void> | undefined;
	/** The credential's data with the token to send. */
	data: () => Data;
	/** Whether the call is to go out once more, with another token. */
	again: (error: unknown) => boolean;
}

/** Tokens for the calls of one execution. `fetch` has n8n fetch and store a token, and write it into the data it is given. */
export function tokensOf(session: Session, fetch: (session: Session) => Promise<void>): () => TokenOfCall {
	const app = appOf(session);

	const fetchOnce = async (): Promise<void> => {
		// A copy: calls under way keep the old token.
		const fresh: Session = { ...session, data: { ...session.data, accessToken: '' } };
		app.underWay ??= fetch(fresh)
			.then(
				() => {
					app.known = { token: tokenIn(fresh.data), refused: false, fetch: app.fetches + 1 };
					app.failure = undefined;
				},
				(error: unknown) => {
					// Asking for a token is safe, whatever the call that waits for it would do.
					if (error instanceof DingTalkError) error.facts.unsent = true;
					app.failure = error;
				},
			)
			.then(() => {
				app.fetches += 1;
				app.underWay = undefined;
			});
		await app.underWay;
		if (app.failure === undefined) return;
		if (FINAL.has(kindOf(app.failure))) session.noToken = app.failure;
		throw app.failure;
	};

	return () => {
		/** Fetches that had ended when the call was made, or was refused. */
		let since = app.fetches;
		let used: Known | undefined;
		let renewed = false;
		const isGood = ({ token, refused, fetch: number }: Known) =>
			!refused && (number > since || !isStale({ ...session.data, ...token }, Date.now()));
		return {
			ready: () => {
				if (session.noToken !== undefined) return Promise.reject(session.noToken);
				if (app.known && isGood(app.known)) return undefined;
				// A fetch that this call has waited for has failed; one more would meet the same, unless it only came too often.
				if (app.fetches > since && app.failure !== undefined && kindOf(app.failure) !== 'throttled')
					return Promise.reject(app.failure);
				return fetchOnce();
			},
			data: () => {
				used = app.known;
				return Object.assign(session.data, used?.token);
			},
			again: (error) => {
				if (kindOf(error) !== 'auth' || renewed) return false;
				if (used) used.refused = true;
				renewed = true;
				since = app.fetches;
				return true;
			},
		};
	};
}
