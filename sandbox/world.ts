import type { Company } from './company';
import type { Data } from './data';
import type { Received } from './received';
import type { Dialect, Speech } from './speech';
import type { Storage } from './storage';

/** A file of a multipart request. */
export interface UploadedFile {
	field: string;
	filename: string;
	mimetype: string;
	data: Buffer;
}

/** One call as its route sees it: checked against the catalog, decoded. */
export interface Call<Body = Record<string, unknown>> {
	path: Record<string, string>;
	query: Record<string, string>;
	headers: Record<string, string>;
	body: Body;
	files: UploadedFile[];
}

/** A documented operation that the sandbox really carries out. */
export interface Route {
	method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
	path: string;
	/** Its answer; on the legacy host `errcode`, `errmsg` and `request_id` are put around it. */
	answer: (call: Call) => unknown;
	/** True: the route has errors of its own for values that the catalog does not list. */
	ownValues?: true;
}

/** What the parts of the sandbox share. */
export interface World {
	company: Company;
	received: Received;
	/** What the company has in each product. */
	data: Data;
	/** Epoch milliseconds. */
	now: () => number;
	/** A number not given out before: of tasks, records, messages. */
	nextId: () => number;
	/** Tells every subscriber (Stream, HTTP callback) of an event. */
	push: (eventType: string, data: Record<string, unknown>) => void;
	/** Where the bytes of files are: a host that is not DingTalk's. */
	storage: Storage;
	/** Where recordings of the wire and the pages differ, which of them is spoken. */
	dialect: Dialect;
	speech: Speech;
	/** Base URLs, known once the hosts listen. */
	urls: { api: string; oapi: string };
}

/** Types the body of a route. The catalog check before it makes the claim true. */
export const route = <Body = Record<string, unknown>>(
	method: Route['method'],
	path: string,
	answer: (call: Call<Body>) => unknown,
): Route => ({ method, path, answer: (call) => answer(call as Call<Body>) });

/** An answer in XML instead of JSON: what the Stream gateway gives to a client that does not ask for JSON. */
export class XmlAnswer {
	constructor(readonly text: string) {}
}
