/** The official SDK of the new API (`@alicloud/dingtalk`), driven operation by operation by the names on the wire. */
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Config } from '@alicloud/openapi-client';
import { cast, type Model } from '@alicloud/tea-typescript';
import { RuntimeOptions } from '@alicloud/tea-util';

type Type = string | ModelClass | { type: 'array'; itemType: Type } | { type: 'map'; valueType: Type };
interface ModelClass {
	new (map: Record<string, unknown>): Model;
	/** Property → name on the wire. */
	names: () => Record<string, string>;
	types: () => Record<string, Type>;
}
type Method = (...args: unknown[]) => Promise<unknown>;
type Client = Record<string, Method>;
type SdkModule = Record<string, ModelClass> & { default: new (config: Config) => Client };

const FOLDER = join(dirname(require.resolve('@alicloud/dingtalk/package.json')), 'dist');
const isClass = (type: Type | undefined): type is ModelClass => typeof type === 'function';
const isRecord = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** What of a value the SDK's type knows; the rest of the value only the documentation has. */
function known(value: unknown, type: Type | undefined): unknown {
	if (isClass(type)) return isRecord(value) ? membersKnown(value, type) : value;
	if (typeof type !== 'object') return value;
	if (type.type === 'array') return Array.isArray(value) ? value.map((entry) => known(entry, type.itemType)) : value;
	return isRecord(value)
		? Object.fromEntries(Object.entries(value).map(([name, member]) => [name, known(member, type.valueType)]))
		: value;
}

function membersKnown(value: Record<string, unknown>, type: ModelClass): Record<string, unknown> {
	const types = type.types();
	return Object.fromEntries(
		Object.entries(type.names()).flatMap(([property, name]) =>
			name in value ? [[name, known(value[name], types[property])]] : [],
		),
	);
}

/** What the SDK could send besides `value`: wire names that it has not. */
function lacking(value: unknown, type: Type | undefined, path: string): string[] {
	if (isClass(type) && isRecord(value)) {
		const types = type.types();
		return Object.entries(type.names()).flatMap(([property, name]) =>
			name in value ? lacking(value[name], types[property], `${path}.${name}`) : [`${path}.${name}`],
		);
	}
	return typeof type === 'object' && type.type === 'array' && Array.isArray(value)
		? lacking(value[0], type.itemType, path)
		: [];
}

/** One operation of the SDK. */
export interface SdkOperation {
	/** `todo_1_0.createTodoTask`. */
	key: string;
	method: string;
	/** With `{0}`, `{1}` … for its path arguments. */
	path: string;
	/** The part of these wire-named values (query and body together) that the SDK knows. */
	known: (values: Record<string, unknown>) => Record<string, unknown>;
	/** Wire names that the SDK has and the values have not. */
	lacking: (values: Record<string, unknown>) => string[];
	/** Makes the call on the wire; path values by argument, headers by their names on the wire. Rejects when the SDK refuses them. */
	call: (
		port: number,
		path: string[],
		values: Record<string, unknown>,
		headers: Record<string, string>,
	) => Promise<void>;
}

const capital = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);
const runtime = new RuntimeOptions({ autoretry: false, readTimeout: 20_000, connectTimeout: 20_000 });

async function operation(module: SdkModule, folder: string, method: string): Promise<SdkOperation> {
	const name = method.replace(/WithOptions$/, '');
	const clientFor = (port: number) =>
		new module.default(new Config({ protocol: 'http', endpoint: `127.0.0.1:${port}`, regionId: 'central' }));
	const probe = clientFor(1);
	const parameters = /\(([^)]*)\)/.exec(probe[method]?.toString() ?? '')?.[1]?.split(/,\s*/) ?? [];
	const Request = parameters.some((one) => one === 'request' || one === 'tmpReq')
		? module[`${capital(name)}Request`]
		: undefined;
	const Headers = module[`${capital(name)}Headers`];
	if (!Request && parameters.some((one) => one === 'request' || one === 'tmpReq'))
		throw new Error(`${folder}.${name}: no class of requests`);
	const argumentsOf = (path: string[], values: Record<string, unknown>, headers: Record<string, string>) => {
		const places = [...path];
		return parameters.map((one) => {
			if (one === 'request' || one === 'tmpReq') return Request && cast(values, new Request({}));
			if (one === 'headers') return !Headers ? headers : cast({ ...headers, commonHeaders: headers }, new Headers({}));
			return one === 'runtime' ? runtime : places.shift();
		});
	};
	let route = { method: '', pathname: '' };
	probe.execute = async (params) => {
		route = params as typeof route;
		return await Promise.resolve({ headers: {}, statusCode: 200, body: {} });
	};
	const count = parameters.filter((one) => !['request', 'tmpReq', 'headers', 'runtime'].includes(one)).length;
	await probe[method]?.(
		...argumentsOf(
			Array.from({ length: count }, (_, index) => `{${index}}`),
			{},
			{},
		),
	).catch(() => undefined);
	return {
		key: `${folder}.${name}`,
		method: route.method,
		path: route.pathname,
		known: (values) => (Request ? membersKnown(values, Request) : {}),
		lacking: (values) => lacking(values, Request, '').map((path) => path.slice(1)),
		call: async (port, path, values, headers) => {
			await clientFor(port)[method]?.(...argumentsOf(path, values, headers));
		},
	};
}

/** Every operation of the installed SDK, about 2,800. */
export async function officialOperations(): Promise<SdkOperation[]> {
	const operations: SdkOperation[] = [];
	for (const folder of readdirSync(FOLDER).filter((entry) => /_\d+_\d+$/.test(entry))) {
		const module = (await import(join(FOLDER, folder, 'client.js'))) as SdkModule;
		const methods = Object.getOwnPropertyNames(module.default.prototype).filter((method) =>
			method.endsWith('WithOptions'),
		);
		for (const method of methods) operations.push(await operation(module, folder, method));
	}
	return operations;
}
