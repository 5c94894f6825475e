/**
 * The one way out: all requests of our nodes and credentials go through n8n's HTTP helpers (n8n's scanner lets them have nothing
 * else), and these are replaced by ones that let reads pass, count them, keep a distance between them and remember the answers.
 */
import { text } from 'node:stream/consumers';
import type { IHttpRequestOptions } from 'n8n-workflow';
import { hostNameOf, hostsOf, pathBehind, urlOf } from '../../nodes/protocol/hosts';
import { isStream } from '../../nodes/runtime/streams';
import { allowed, rowFor, rowsOf } from './reads';

/** A call that went out. */
export interface Exchange {
	/** `POST /topapi/v2/user/get`. */
	route: string;
	/** Absent: no answer came. */
	status?: number;
	/** The answer as DingTalk wrote it. */
	body?: unknown;
	/** What was asked for, to tell one page from the next. */
	asked: { url: string; query: unknown; body: unknown };
}

/**
 * What a request is told that does not go out: a refusal as DingTalk would put it, since a failed connection would be tried again.
 */
export const HELD_BACK = {
	statusCode: 400,
	headers: {},
	body: JSON.stringify({ code: 'heldBack', message: 'not sent: it does not only read', requestid: '' }),
};

/** Answered by DingTalk with a token, and free of quota. */
const TOKEN_ROUTE = /^\/(v1\.0\/oauth2\/accessToken|gettoken)$/;

export interface GuardOptions {
	credential: { apiHost?: unknown; legacyHost?: unknown };
	/** Most calls of one operation. */
	most: number;
	/** Waits until the next call may go out. */
	turn: () => Promise<void>;
}

type Helper = (this: unknown, ...given: never[]) => unknown;
type Helpers = Record<string, unknown>;

const OUT = ['httpRequest', 'httpRequestWithAuthentication', 'request', 'requestWithAuthentication'];
const AWAY = /request|http|ssh|oauth/i;

const parsed = (body: unknown): unknown => {
	if (typeof body !== 'string') return body;
	try {
		return JSON.parse(body) as unknown;
	} catch {
		return undefined;
	}
};

export class Guard {
	/** Calls that went out in all; tokens apart. */
	calls = 0;
	/** Those of them that the monthly quota does not count. */
	free = 0;
	tokens = 0;
	/** Every call of the run. */
	readonly all: Exchange[] = [];
	/** Calls of the operation under way. */
	exchanges: Exchange[] = [];
	/** Requests of it that were not let out. */
	refused: string[] = [];
	/** Whether it wanted more calls than it may have. */
	cut = false;

	constructor(private readonly options: GuardOptions) {}

	/** Begins to count for the next operation. */
	begin(): void {
		this.exchanges = [];
		this.refused = [];
		this.cut = false;
	}

	/** Replaces the helpers of an n8n context. */
	watch(helpers: object): void {
		const own: Helpers = Object(helpers);
		for (const [name, helper] of Object.entries(own)) {
			if (!AWAY.test(name) || typeof helper !== 'function') continue;
			own[name] = OUT.includes(name) ? this.guarded(name, helper as Helper) : this.closed(name);
		}
	}

	private closed(name: string): Helper {
		return async () => await Promise.resolve(this.refuse(`helper ${name}`));
	}

	private refuse(route: string): typeof HELD_BACK {
		this.refused.push(route);
		return HELD_BACK;
	}

	private guarded(name: string, helper: Helper): Helper {
		const exchange = async (self: unknown, given: unknown[]) => await this.exchange(self, helper, name, given);
		return async function (this: unknown, ...given: unknown[]) {
			return await exchange(this, given);
		};
	}

	private async exchange(self: unknown, helper: Helper, name: string, given: unknown[]): Promise<unknown> {
		const at = name.endsWith('WithAuthentication') ? 1 : 0;
		const options = (typeof given[at] === 'string' ? { url: given[at] } : given[at]) as IHttpRequestOptions;
		const send = async () => (await helper.apply(self, given as never[])) as unknown;
		const url = urlOf(options);
		// Without an address n8n only fetches a token, which comes here by itself.
		if (url === '') return await send();
		const hosts = hostsOf(this.options.credential);
		const host = hostNameOf(url, hosts);
		const path = host && pathBehind(hosts[host], url)?.split('?')[0];
		const method = options.method ?? 'GET';
		if (host === undefined || path === undefined) return this.refuse('a foreign host');
		if (TOKEN_ROUTE.test(path)) {
			this.tokens += 1;
			await this.options.turn();
			return await send();
		}
		const row = rowFor(host, method, path);
		const route = row ? `${row.method} ${row.path}` : 'an unknown route';
		if (!allowed.has(route)) return this.refuse(route);
		if (this.exchanges.length >= this.options.most) {
			this.cut = true;
			return HELD_BACK;
		}
		await this.options.turn();
		this.calls += 1;
		if (rowsOf(route).some(({ quotaFree }) => quotaFree)) this.free += 1;
		const asked = { url, query: options.qs, body: parsed(options.body) };
		const entry: Exchange = { route, asked };
		this.exchanges.push(entry);
		this.all.push(entry);
		const answer = Object(await send()) as { statusCode?: number; body?: unknown };
		// The answer is read here, and handed on as text.
		const body = isStream(answer.body) ? await text(answer.body) : answer.body;
		Object.assign(entry, { status: answer.statusCode ?? 200, body: parsed(body) });
		return { ...answer, body };
	}
}
