import { DingTalkError } from '../protocol/errors';
import { at } from '../protocol/paging';
import { compile, type Route } from '../protocol/request';
import type { Client } from './client';
import { entriesIn } from './entries';
import type { PersonId, PersonRef } from './field';

/** How each look-up asks and where its answer is; all three are free of the monthly quota. https://open.dingtalk.com/document/development/basic-interfaces-such-as-log-off-and-address-book */
const lookUps = {
	unionIdOfUserId: {
		route: 'POST /topapi/v2/user/get',
		ask: (userid: string) => ({ userid }),
		answer: 'result.unionid',
	},
	userIdOfUnionId: {
		route: 'POST /topapi/user/getbyunionid',
		ask: (unionid: string) => ({ unionid }),
		answer: 'result.userid',
	},
	userIdOfMobile: {
		route: 'POST /topapi/v2/user/getbymobile',
		ask: (mobile: string) => ({ mobile }),
		answer: 'result.userid',
	},
} as const satisfies Record<string, { route: Route; ask: (given: string) => object; answer: string }>;

/** A Chinese mobile number as people write it (`+86 138-0013-8000`) → its eleven digits; any other number stays. */
export function mobileOf(written: string): string {
	const digits = written.replace(/[\s()-]/g, '').replace(/^(\+|00)?86(?=1\d{10}$)/, '');
	return /^1\d{10}$/.test(digits) ? digits : written;
}

/** Finds people's ids, each at most once per execution. */
export class People {
	private readonly found = new Map<string, Promise<string>>();

	constructor(private readonly client: Pick<Client, 'send'>) {}

	/** The id that a route wants. Throws DingTalk's error when there is no such person. */
	async idOf({ mode, value }: PersonRef, wanted: PersonId): Promise<string> {
		if (mode === 'unionId') return wanted === 'unionId' ? value : await this.lookUp('userIdOfUnionId', value);
		const userId = mode === 'mobile' ? await this.lookUp('userIdOfMobile', mobileOf(value)) : value;
		return wanted === 'userId' ? userId : await this.lookUp('unionIdOfUserId', userId);
	}

	private async lookUp(name: keyof typeof lookUps, given: string): Promise<string> {
		const key = `${name} ${given}`;
		const known = this.found.get(key) ?? this.ask(name, given);
		this.found.set(key, known);
		return await known;
	}

	private async ask(name: keyof typeof lookUps, given: string): Promise<string> {
		const { route, ask, answer } = lookUps[name];
		const found = at(await this.client.send(compile(route, { body: ask(given) }), { safe: true }), answer);
		if (found === undefined || found === null || found === '')
			throw new DingTalkError({
				code: '60121',
				kind: 'refused',
				message: `DingTalk names no ${answer.slice('result.'.length)} for ${given}`,
				ours: true,
			});
		return String(found);
	}
}

/** Takes people as they were named, and notes whether any of them would have to be looked up. */
export function asNamed(): Pick<People, 'idOf'> & { lookUps: boolean } {
	const named = {
		lookUps: false,
		idOf: async ({ mode, value }: PersonRef, wanted: PersonId) => {
			if (mode === 'mobile' || (mode === 'unionId') !== (wanted === 'unionId')) named.lookUps = true;
			return await Promise.resolve(value);
		},
	};
	return named;
}

const MODES = new Set<unknown>(['list', 'userId', 'unionId', 'mobile']);
const isMode = (mode: unknown): mode is PersonRef['mode'] => MODES.has(mode);

/** Comma, semicolon or line separated text (ASCII or Chinese punctuation), or an array → entries without blanks and repetitions. */
export const splitList = (value: unknown): string[] => [...new Set(entriesIn(value))];

/** Reads a person parameter: a locator, a plain user id (AI tools send those), a list of either. */
export function personRefs(value: unknown): PersonRef[] {
	if (Array.isArray(value)) return value.flatMap(personRefs);
	if (typeof value !== 'object' || value === null) return splitList(value).map((id) => ({ mode: 'userId', value: id }));
	const { mode, value: inner }: { mode?: unknown; value?: unknown } = value;
	if (Array.isArray(inner) && inner.some((entry) => typeof entry === 'object')) return inner.flatMap(personRefs);
	return splitList(inner).map((id) => ({ mode: isMode(mode) ? mode : 'userId', value: id }));
}
