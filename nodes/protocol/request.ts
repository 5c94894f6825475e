import { writeJson } from './json';

/** A route as DingTalk documents it: method, blank, path with `{placeholders}`. */
export type Route = `${'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'} /${string}`;

/** Names of the `{placeholders}` of a route. */
export type Vars<R extends string> = R extends `${string}{${infer V}}${infer Rest}` ? V | Vars<Rest> : never;

/** A file to send as one part of a multipart body. `open` is called once per attempt, so a repeated call has a fresh stream. */
export interface FilePart {
	name: string;
	mimeType: string;
	/** Bytes. */
	size: number;
	/** Where the content is; the same for the same content. */
	source?: string;
	open: () => Promise<unknown>;
}

export type Plain = string | number | bigint | boolean | null | undefined;
/** A list goes out as its name once for each entry: `?userIds=a&userIds=b`. What the API wants as JSON is made text by `jsonText`. */
export type QueryValue = Plain | readonly Plain[];
export type Query = Readonly<Record<string, QueryValue>>;

/** What one call sends. Members that are `undefined` are left out. */
export type Parts<R extends Route = Route> = {
	query?: Query;
	/** An object, or the list that some routes have as their whole body. */
	body?: object;
	/** Multipart body: text values and files by part name. Excludes `body`. */
	form?: Record<string, string | FilePart>;
	headers?: Record<string, string>;
} & ([Vars<R>] extends [never] ? { path?: undefined } : { path: { [V in Vars<R>]: string | number | bigint } });

export type HostName = 'api' | 'oapi';

/** One request, ready for either host; `path` is encoded and has no query. */
export interface Compiled {
	method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
	host: HostName;
	path: string;
	/** The route's own path with its placeholders: the name of the API for pacing and for error messages. */
	api: string;
	query: Query;
	headers: Record<string, string>;
	body?: unknown;
	form?: Record<string, string | FilePart>;
}

/** DingTalk's new API lives under a version (`/v1.0/…`), everything else is the legacy API on its own host. */
export const hostOf = (path: string): HostName => (/^\/v\d/.test(path) ? 'api' : 'oapi');

/** The same value without members that are `undefined`, at any depth; arrays keep their length. */
export function withoutUndefined(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(withoutUndefined);
	if (value === null || typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype) return value;
	return Object.fromEntries(
		Object.entries(value)
			.filter(([, member]) => member !== undefined)
			.map(([name, member]) => [name, withoutUndefined(member)]),
	);
}

/** A list or object as the JSON text that a query parameter, or a member of a body, holds. */
export const jsonText = (value: object): string => writeJson(withoutUndefined(value));

const known = (query: Query | undefined): Query =>
	Object.fromEntries(Object.entries(query ?? {}).filter(([, value]) => value !== undefined));

/** A path that cannot be built: what stands in it was left empty. */
export class EmptyPathVariable extends Error {
	constructor(
		api: string,
		/** The empty variable, as DingTalk calls it: `spaceId`. */
		readonly variable: string,
	) {
		super(`The path of ${api} needs a value for ${variable}`);
		this.name = 'EmptyPathVariable';
	}
}

/**
 * The only code that builds a path: fills the placeholders (percent-encoded as one segment each; the official SDK writes them as they are, so that there a slash calls another route)
 * and drops what is `undefined`.
 * @throws EmptyPathVariable when a path variable is missing or empty; Error when it is a dot segment (URL parsers resolve those even when encoded: `..` would call another API).
 */
export function compile(route: Route, parts: Omit<Parts, 'path'> & { path?: object } = {}, host?: HostName): Compiled {
	const blank = route.indexOf(' ');
	const api = route.slice(blank + 1);
	const given = new Map<string, unknown>(Object.entries(parts.path ?? {}));
	const path = api.replace(/\{([^{}]+)\}/g, (_, name: string) => {
		const value = given.get(name);
		if (value === undefined || value === null || value === '') throw new EmptyPathVariable(api, name);
		if (value === '.' || value === '..') throw new Error(`"${value}" cannot be the ${name} in the path of ${api}`);
		return encodeURIComponent(String(value));
	});
	return {
		method: route.slice(0, blank) as Compiled['method'],
		host: host ?? hostOf(api),
		path,
		api,
		query: known(parts.query),
		headers: parts.headers ?? {},
		...(parts.body === undefined ? {} : { body: withoutUndefined(parts.body) }),
		...(parts.form === undefined ? {} : { form: parts.form }),
	};
}
