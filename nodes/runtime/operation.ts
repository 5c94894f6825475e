import type { INodeExecutionData } from 'n8n-workflow';
import type { Json } from '../protocol/json';
import type { Paging } from '../protocol/paging';
import type { FilePart, Parts, Route } from '../protocol/request';
import type { Caller } from './caller';
import type { Hint } from './codeHints';
import type { DownloadTarget } from './download';
import type { Explain } from './explain';
import type { Field, LookUps } from './field';
import type { Values } from './fieldValues';
import type { Split } from './split';

export type { Json } from '../protocol/json';
export { defineField, defineFields } from './field';
export { InputError } from './inputError';
export type { Field } from './field';
export type { Value, Values } from './fieldValues';

/** The words of an operation. Its Chinese stands beside its English. */
interface Words {
	/** In the operation dropdown: "Create". */
	name: string;
	/** Saved in workflows: never change it. */
	value: string;
	/** In the node panel: "Create a to-do". */
	action: string;
	/** The first sentence stands in the dropdown (one line), the rest (cost, limits, traps) in the operation's notice. */
	description: string;
	zh?: { name: string; action: string; description: string };
	/** Documentation page of the (main) route. */
	docs: string;
	/** Permission that the app needs, by its code in DingTalk's console. */
	permission?: string;
}

/** What `request` may know besides the item's values. */
export interface Around<Found = undefined> {
	/** The workflow's time zone (IANA). */
	timezone: string;
	/** What `prepare` found out. */
	found: Found;
}

/** What several entries of one answer have become. */
export interface PartlyDone {
	ok: Json[];
	/** Each entry that DingTalk refused, by what names it for the user, with DingTalk's code and words. */
	failed: Refusal[];
	/** How many entries there were, where the items of `ok` name the failed ones themselves (one message to several people). */
	within?: number;
}

/** One entry that DingTalk refused although it answered well. */
export interface Refusal {
	/** What it was about: a userId, a name. */
	entry: string;
	message: string;
	code?: string;
	/** The error of the call, where it was a call of its own. */
	cause?: unknown;
}

/** Several items in one call. */
export interface Batch<F extends readonly Field[], R extends Route, Found> {
	/** Most items of one call. */
	most: number;
	/** Fields whose values must be the same in all items of one call. */
	same: ReadonlyArray<F[number]['name']>;
	/** What one call sends for several items. */
	request: (many: Array<Values<F>>, around: Around<Found>) => Parts<R>;
	/** The answer → each item's output, in the order of the items; a `Refusal` for an item that failed. */
	outputs: (answer: Json, many: Array<Values<F>>) => Array<Json | Json[] | Refusal>;
}

/**
 * A subject is what an item changes, where the next item of the same finds it changed, or has to stand behind it: such items are
 * worked on one after the other, in their order. `undefined`: this item changes nothing of the kind.
 */
type InTurn<F extends readonly Field[]> = (values: Values<F>) => readonly unknown[] | undefined;

/** An operation of one call (or one per page, one per slice of a long list or a long range of time, or one for many items). */
export interface Operation<
	F extends readonly Field[] = readonly Field[],
	R extends Route = Route,
	Found = unknown,
> extends Words {
	route: R;
	fields: F;
	/** Refuses what no field can refuse by itself, before any call: throws `InputError`. Where there is no `prepare`, `request` is asked for that. */
	check?: (values: Values<F>, around: { timezone: string }) => void;
	/** Calls that come first (an upload, a look-up): `request` receives what they found out. Stands before `request`. */
	prepare?: (values: Values<F>, api: Api) => Promise<Found>;
	/** Pure: the item's values → what the call sends. Throws `InputError`. */
	request: (values: Values<F>, around: Around<Found>) => Parts<R>;
	/** Makes it a list: Return All and Limit are added, the runtime pages. */
	paging?: Paging;
	/** With `paging`: one entry of DingTalk's → the entries of the output (none: it is left out), flattened before the limit is counted. */
	flatten?: (entry: Json, values: Values<F>) => Json[];
	/** What an answer (of a list, a page) says beside its output, for the user to see after the run. */
	remark?: (answer: Json, values: Values<F>) => { en: string; zh: string } | undefined;
	/** Shortens one output entry; adds the field Simplify. */
	simplify?: (entry: Json) => Json;
	/** The answer → output item(s). Without it: the answer's `result` where it has one, without the legacy envelope. */
	output?: (answer: Json, values: Values<F>) => Json | Json[];
	/** Where HTTP 200 may hide that some entries failed: one item per entry, failed ones as errors of their own; all failed = error. */
	partial?: (answer: Json, values: Values<F>) => PartlyDone;
	/** After the call, where its answer comes before the work is done: asks what became of it. Receives the output; all failed = error. */
	confirm?: (output: Json, values: Values<F>, api: Api) => Promise<PartlyDone>;
	/** The answer points at a file: it comes as binary data of the output. Adds the field for its name. */
	download?: (answer: Json, values: Values<F>) => DownloadTarget;
	/** Where DingTalk takes an idempotency key: `body.msgUuid`. One is made per item and kept across retries. */
	idempotencyKey?: `${'body' | 'query' | 'headers'}.${string}`;
	/** Set when a second identical call does no harm; a GET never does. */
	safe?: true;
	split?: Split<Values<F>>;
	batch?: Batch<F, R, Found>;
	inTurn?: InTurn<F>;
}

/** What a procedure calls DingTalk through: the same road as an operation's own request. */
export interface Api extends LookUps {
	/** A POST without token to a full URL (a session webhook); only DingTalk's or the configured hosts. */
	post: (url: string, body: Json) => Promise<Json>;
	/** Sends a file to a foreign host that an answer of this execution named: no token, https, streamed. */
	put: (url: string, file: FilePart, headers: Record<string, string>) => Promise<void>;
	/** Fetches a file into n8n's binary store; `json` becomes the item beside it. */
	download: (target: DownloadTarget, json: Json) => Promise<Made>;
	/** Who started the execution, and may wait for what it answers (a click on a card). */
	caller: Caller;
	/** Waits so many milliseconds, or until the execution is cancelled (then it throws). */
	pause: (ms: number) => Promise<void>;
	cancelled: () => boolean;
	/** The workflow's time zone (IANA). */
	timezone: string;
	/** What the node keeps from one execution to the next; n8n saves it when an execution that was not started by hand ends. */
	kept: () => Json;
	/** Shown beside the output after the run, once for the same words: what the user should know although all went well. */
	hint: (en: string, zh: string) => void;
}

/** An output item with binary data. */
export type Made = Json | Pick<INodeExecutionData, 'json' | 'binary'>;

/** An operation of several different calls (upload, then send). */
export interface Procedure<F extends readonly Field[] = readonly Field[], P = unknown> extends Words {
	/** Every route that it may call. */
	routes: readonly Route[];
	fields: F;
	/** Return All and Limit are added; `limit` is Infinity for Return All. */
	list?: true;
	/** Adds the field that names the binary property of a downloaded file. */
	downloads?: true;
	simplify?: (entry: Json) => Json;
	/** Pure: what is to be done; refuses before any call. Without it `run` receives the values. */
	plan?: (values: Values<F> & { limit: number }, around: { timezone: string }) => P;
	inTurn?: InTurn<F>;
	/** Does it for one item. */
	run: (plan: P, api: Api) => Promise<Made | Made[] | PartlyDone>;
	/** Does it for several items together; made by `defineBatch`. */
	batch?: {
		/** Fields whose values must be the same in all items that are done together. */
		same: ReadonlyArray<F[number]['name']>;
		/** Each item's output, in the order of the items; a `Refusal` for an item that failed. */
		run: (many: P[], api: Api) => Promise<Array<Json | Json[] | Refusal>>;
	};
}

export type AnyOperation = Operation | Procedure;

/** The one place where the typed operation becomes data: fields and request were checked against each other here. */
export const defineOperation = <const F extends readonly Field[], const R extends Route, Found = undefined>(
	operation: Operation<F, R, Found>,
): Operation => operation as unknown as Operation;

export const defineProcedure = <const F extends readonly Field[], P = Values<F> & { limit: number }>(
	procedure: Procedure<F, P>,
): Procedure => procedure as unknown as Procedure;

/** A procedure that does several items together, since that takes fewer calls: `same` and `together` stand in for `run`. */
export const defineBatch = <const F extends readonly Field[], P = Values<F> & { limit: number }>(
	procedure: Omit<Procedure<F, P>, 'run' | 'batch'> & {
		same: ReadonlyArray<F[number]['name']>;
		together: (many: P[], api: Api) => Promise<Array<Json | Json[] | Refusal>>;
	},
): Procedure => {
	const { same, together, ...words } = procedure;
	const run = async (plan: P, api: Api) => (await together([plan], api)).flat();
	return { ...words, run, batch: { same, run: together } } as unknown as Procedure;
};

export const isProcedure = (operation: AnyOperation): operation is Procedure => 'routes' in operation;

/** A group of operations on one kind of DingTalk thing. */
export interface Resource {
	name: string;
	value: string;
	description: string;
	/** Credential its calls use; `dingTalkApi` unless said. */
	credential?: 'dingTalkRobotApi';
	/** The most used first. */
	operations: readonly AnyOperation[];
	zh: { name: string; description: string };
	/** What to do about errors of this resource, by code: its `hints.json`. */
	hints?: Record<string, Hint>;
	/** What is looked up before some of its errors are told. */
	explain?: Explain;
}
