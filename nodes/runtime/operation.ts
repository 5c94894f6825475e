import type { Paging } from '../protocol/paging';
import type { Parts, Route } from '../protocol/request';
import type { Caller } from './caller';
import type { Field, Values } from './field';
import type { Split } from './split';

export { defineField, defineFields } from './field';
export type { Field, Value, Values } from './field';

/** Any JSON object. */
export type Json = Record<string, unknown>;

/** The words of an operation, in English; the Chinese ones stand in the resource's `zh-CN.json` under the same `value`. */
interface Words {
	/** In the operation dropdown: "Create". */
	name: string;
	/** Saved in workflows: never change it. */
	value: string;
	/** In the node panel: "Create a to-do". */
	action: string;
	description: string;
	/** Documentation page of the (main) route. */
	docs: string;
	/** Permission that the app needs, by its code in DingTalk's console. */
	permission?: string;
}

/** An operation of one call (or one per page, or one per slice of a long list or a long range of time). */
export interface Operation<F extends readonly Field[] = readonly Field[], R extends Route = Route> extends Words {
	route: R;
	fields: F;
	/** Pure: the item's values → what the call sends. Throws `InputError` for what no field can refuse by itself. */
	request: (values: Values<F>) => Parts<R>;
	/**
	 * Calls that come first (an upload): what they found out joins the values of `request`. By then `request` has been
	 * asked once without it, so that its refusals come before any call.
	 */
	prepare?: (values: Values<F>, api: Pick<Api, 'call' | 'once'>) => Promise<Partial<Values<F>>>;
	/** Makes it a list: Return All and Limit are added, the runtime pages. */
	paging?: Paging;
	/** Shortens one output entry; adds the field Simplify. */
	simplify?: (entry: Json) => Json;
	/** The answer → output item(s). Without it: the answer's `result` where it has one, without the legacy envelope. */
	output?: (answer: Json, values: Values<F>) => Json | Json[];
	/** Where DingTalk takes an idempotency key: `body.msgUuid`. One is made per item and kept across retries. */
	idempotencyKey?: `${'body' | 'query' | 'headers'}.${string}`;
	/** Set when a second identical call does no harm; a GET never does. */
	safe?: true;
	split?: Split<Values<F>>;
}

/** What a procedure calls DingTalk through: the same road as an operation's own request. */
export interface Api {
	/** One call; the answer's `result` where it has one, without the legacy envelope. `safe`: see `Operation.safe`; `false` for a GET that takes something away. */
	call: <const R extends Route>(route: R, parts: Parts<R>, options?: { safe?: boolean }) => Promise<Json>;
	/** A POST without token to a full URL (a session webhook); only DingTalk's or the configured hosts. */
	post: (url: string, body: Json) => Promise<Json>;
	/** Reads a list to its end, or `limit` entries. */
	list: <const R extends Route>(route: R, parts: Parts<R>, paging: Paging, limit: number) => Promise<Json[]>;
	/** Whether an earlier identical call already ran in this execution: reuses its answer. */
	once: <T>(key: string, make: () => Promise<T>) => Promise<T>;
	/** Who started the execution, and may wait for what it answers (a click on a card). */
	caller: Caller;
}

/** An operation of several different calls (upload, then send). */
export interface Procedure<F extends readonly Field[] = readonly Field[]> extends Words {
	/** Every route that it may call. */
	routes: readonly Route[];
	fields: F;
	/** Return All and Limit are added; `limit` is Infinity for Return All. */
	list?: true;
	simplify?: (entry: Json) => Json;
	run: (values: Values<F> & { limit: number }, api: Api) => Promise<Json | Json[]>;
}

export type AnyOperation = Operation | Procedure;

/** The one place where the typed operation becomes data: fields and request were checked against each other here. */
export const defineOperation = <const F extends readonly Field[], const R extends Route>(
	operation: Operation<F, R>,
): Operation => operation as unknown as Operation;

export const defineProcedure = <const F extends readonly Field[]>(procedure: Procedure<F>): Procedure =>
	procedure as unknown as Procedure;

export const isProcedure = (operation: AnyOperation): operation is Procedure => 'run' in operation;

/** A group of operations on one kind of DingTalk thing. */
export interface Resource {
	name: string;
	value: string;
	description: string;
	/** Credential its calls use; `dingTalkApi` unless said. */
	credential?: 'dingTalkRobotApi';
	operations: readonly AnyOperation[];
	/** The resource's `zh-CN.json`. */
	zh: ChineseWords;
}

/** Chinese words of a resource: operations by value; fields by name, by `collection.name`, or by `operation/name` where one operation needs its own. */
export interface ChineseWords {
	name: string;
	description: string;
	operations: Record<string, { name: string; action: string; description: string }>;
	fields: Record<string, ChineseField>;
}

export interface ChineseField {
	displayName: string;
	description?: string;
	placeholder?: string;
	/** Names of the options by value. */
	options?: Record<string, string>;
}

/** A person's input that no request may be made of. */
export class InputError extends Error {
	/** @param field displayName of the field that is wrong. @param sentence What is wrong and what to do, English. @param chinese The same in Chinese. */
	constructor(
		readonly field: string,
		readonly sentence: string,
		readonly chinese: string,
	) {
		super(`${field}: ${sentence}`);
		this.name = 'InputError';
	}
}
