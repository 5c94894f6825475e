import type { Paging, Row, Schema } from '../../nodes/catalog/types';
import { pick, put } from '../members';
import type { Members } from '../members';

/** Tokens are opaque: whoever computes one instead of passing it on is refused. */
const seal = (start: number): string => Buffer.from(`sandbox ${start}`).toString('base64url');
const unseal = (token: string): number =>
	Number(/^sandbox (\d+)$/.exec(Buffer.from(token, 'base64url').toString())?.[1]);

const below = (root: Schema | undefined, place: string): Schema | undefined =>
	place.split('.').reduce<Schema | undefined>((at, name) => at?.properties?.[name], root);

const inRequest = ({ query, body }: Row, place: string): Schema | undefined =>
	below({ type: 'object', properties: query }, place) ?? below(body, place);

/** The member of an entry by which the next page goes on, for lists that go on behind their last entry; '': the entry itself. */
const markedBy = ({ next }: Paging): string | undefined => {
	const found = /\.-1(?:\.(.+))?$/.exec(next ?? '');
	return found ? (found[1] ?? '') : undefined;
};

/** Where a page begins; undefined: the request does not say it in a way that this list understands. */
const startOf = (row: Row, paging: Paging, all: unknown[], given: unknown, size: number): number | undefined => {
	const { style, cursor, first } = paging;
	if (given === undefined || given === '' || given === null) return 0;
	const mark = markedBy(paging);
	const behind =
		mark === undefined ? -1 : all.findIndex((one) => String(mark ? pick(one, mark) : one) === String(given));
	if (behind >= 0) return behind + 1;
	// Some pages name the first cursor: `0`, `-1`, this moment.
	if (style !== 'page' && (String(given) === String(first) || first === 'now')) return 0;
	if (mark !== undefined) return undefined;
	if (style === 'token' && inRequest(row, cursor)?.type !== 'number') {
		const start = unseal(String(given));
		return Number.isInteger(start) ? start : undefined;
	}
	const number = Number(given);
	if (!Number.isInteger(number) || number < 0) return undefined;
	return style === 'page' ? Math.max(0, number - (typeof first === 'number' ? first : 1)) * size : number;
};

const TOTALS = ['totalCount', 'total', 'total_count'];

/** Fills the documented totals beside the list. */
const total = (answer: Members, { response }: Row, at: string, count: number): void => {
	const place = at.split('.').slice(0, -1);
	for (const name of TOTALS) {
		const path = [...place, name].join('.');
		if (below(response, path)?.type === 'number') put(answer, path, count);
	}
};

export interface Turn<E> {
	entries: E[];
	/** True on the page after which nothing follows. */
	last: boolean;
	/** Puts what tells how the list goes on into an answer. */
	mark: (answer: Members) => void;
}

export interface TurnOptions {
	/** Entries of a page whose size the caller leaves open; default: the documented largest, or 20. */
	size?: number;
	/** What stands for the next token after the last page; default: nothing. */
	end?: '' | null;
	/** @throws the error of a cursor or size out of bounds; `place` is its parameter */
	refuse: (place: string) => never;
}

/** One page of a list, in the style in which its operation pages. */
export const turn = <E>(
	row: Row,
	at: string,
	all: E[],
	given: Members,
	{ size = 0, end, refuse }: TurnOptions,
): Turn<E> => {
	const { paging } = row;
	if (!paging) return { entries: all, last: true, mark: (answer) => total(answer, row, at, all.length) };
	const asked = paging.size === undefined ? undefined : pick(given, paging.size);
	const most = paging.max ?? 100;
	const length = asked === undefined ? size || Math.min(most, paging.max ?? 20) : Number(asked);
	if (!Number.isInteger(length) || length < 1 || length > most) refuse(paging.size ?? 'size');
	const start = startOf(row, paging, all, pick(given, paging.cursor), length) ?? refuse(paging.cursor);
	const following = start + length;
	const last = following >= all.length;
	const { more, next, style } = paging;
	const token = (): unknown => {
		if (below(row.response, next ?? '')?.type === 'number') return following;
		return style === 'token' ? seal(following) : String(following);
	};
	return {
		entries: all.slice(start, following),
		last,
		mark: (answer) => {
			total(answer, row, at, all.length);
			if (more) put(answer, more, !last);
			if (!next || markedBy(paging) !== undefined) return;
			if (!last) put(answer, next, token());
			else if (end !== undefined) put(answer, next, end);
		},
	};
};
