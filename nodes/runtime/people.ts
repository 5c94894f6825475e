import { DingTalkError } from '../protocol/errors';
import { isObject } from '../protocol/json';
import { at } from '../protocol/paging';
import { compile, type Route } from '../protocol/request';
import type { Client } from './client';
import { entriesIn } from './entries';
import type { PersonId, PersonRef } from './field';
import { InputError } from './inputError';
import { isBlank, shown } from './kinds/kind';

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

/** Comma, semicolon or line separated text (ASCII or Chinese punctuation), or an array → entries without blanks and repetitions. */
export const splitList = (value: unknown): string[] => [...new Set(entriesIn(value))];

/** How answers, events and approval forms spell the ids of somebody whom they tell of. */
const ID_NAMES: ReadonlyArray<[name: string, kind: PersonId]> = [
	['userId', 'userId'],
	['userid', 'userId'],
	['emplId', 'userId'],
	['unionId', 'unionId'],
	['unionid', 'unionId'],
];

/**
 * How somebody is named by a bare text in a table or a form: an eleven-digit number is a mobile number, what looks like a unionId
 * (the output of these nodes has those) is one, anything else is a userId, as in every people field of these nodes.
 */
export const modeOf = (id: string): PersonRef['mode'] =>
	/^1\d{10}$/.test(id) ? 'mobile' : /^\w{18,}i[ES]$/.test(id) ? 'unionId' : 'userId';

interface PeopleReading {
	/** Named where somebody is refused. */
	field?: string;
	/** The id that is taken of a person who comes with both. */
	wanted?: PersonId;
	/** How a bare text names somebody. */
	mode?: (id: string) => PersonRef['mode'];
}

/**
 * Reads a person parameter: a locator, a plain user id (AI tools send those), a person as an answer tells of one, a list of these.
 * @throws InputError for anything else: left out, the others alone would be written to, or nobody at all.
 */
export function personRefs(value: unknown, reading: PeopleReading = {}): PersonRef[] {
	const { field = 'People', wanted = 'userId', mode = () => 'userId' } = reading;
	const as = (own: PersonRef['mode'], given: unknown) => personRefs(given, { ...reading, mode: () => own });
	if (value === undefined || value === null) return [];
	if (Array.isArray(value)) return value.flatMap((entry) => personRefs(entry, reading));
	if (typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint')
		return splitList(value).map((id) => ({ mode: mode(id), value: id }));
	if (isObject(value)) {
		const given = ID_NAMES.filter(([name]) => !isBlank(value[name]));
		const [name, kind] = given.find(([, one]) => one === wanted) ?? given[0] ?? [];
		if (name && kind) return as(kind, value[name]);
		const { mode: own } = value;
		if ('value' in value) return as(own === 'unionId' || own === 'mobile' ? own : 'userId', value.value);
	}
	throw new InputError(
		field,
		`has an entry that names nobody: ${shown(value)}. Give an ID, or an object with a userId or a unionId`,
		`中有一项不是人员：${shown(value)}。请填写 ID，或含 userId 或 unionId 的对象`,
	);
}
