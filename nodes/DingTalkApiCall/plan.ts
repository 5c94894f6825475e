import type { Row } from '../catalog/types';
import { hostNameOf, hostsOf, pathBehind, publicHosts } from '../protocol/hosts';
import { isObject, readExact } from '../protocol/json';
import { compile, type Compiled, type HostName, type Query, type Route } from '../protocol/request';
import { parsedJson } from '../runtime/kinds/json';
import { InputError } from '../runtime/operation';
import { readingOf, type Running } from '../runtime/running';
import { choiceOf, rowOf } from './find';
import type { Form } from './fields';
import { objectOf } from './json';
import { withoutExamples } from './mapper';
import { withOptionalPage } from './pages';
import { givenOf, partsOf, type Given } from './parts';
import { withPeople } from './persons';
import { flatQuery, idOf, tokenOf } from './wire';

/** One call, wherever it came from. */
export interface Plan {
	request: Compiled;
	/** A second identical call does no harm. */
	safe: boolean;
	/** The operation of the catalog, for paging and for the words of errors. */
	row?: Row;
}

/** The row of the chosen operation; looked for once per execution. */
async function chosen({ context, memory }: Running, item: number): Promise<Row> {
	const choice = choiceOf(context.getNodeParameter('apiOperation', item));
	const key = `operation ${choice}`;
	const row = memory.get(key) ?? rowOf(choice);
	memory.set(key, row);
	return (await row) as Row;
}

/**
 * Parameters as the person gave them. The form is read as it was stored: n8n's own check of it would turn an empty number into 0
 * and refuse epoch times and comma lists before ours can read them.
 */
function givenAs(row: Row, { specify, request }: Form, { context }: Running, item: number): Given {
	if (specify === 'json') return objectOf('Request', request) as Given;
	const stored = parsedJson('Parameters', context.getNodeParameter('parameters', item, {}));
	const values = objectOf('Parameters', parsedJson('Parameters', objectOf('Parameters', stored).value));
	return withPeople(row, givenOf(withoutExamples(row, values)), context.getNodeParameter('people', item, {}));
}

/** The request with the token that the operation takes instead of the app's, which may also be an option of the node. */
function withToken(row: Row, given: Given, token: string | undefined): Given {
	const parameter = tokenOf(row);
	if (!parameter) return given;
	const part = given[parameter.place];
	const own = (isObject(part) ? part[parameter.name] : undefined) ?? token;
	if (!own)
		throw new InputError(
			idOf(parameter),
			'this operation takes another access token than the app’s (its page says which): fill it in here, or the option Access Token',
			'此操作不使用应用的 access token（见其文档），请在此处或选项“Access Token”中填写',
		);
	return { ...given, [parameter.place]: { ...(part as object), [parameter.name]: own } };
}

/** An operation of the catalog with one item's parameters. The option Access Token stands in where the operation takes another token than the app's. */
async function catalogPlan(running: Running, item: number, row: Row, form: Form): Promise<Plan> {
	const given = withToken(row, givenAs(row, form, running, item), form.options.accessToken);
	const parts = await partsOf(withOptionalPage(row), given, readingOf(running, item));
	return {
		request: compile(`${row.method} ${row.path as `/${string}`}`, parts, row.host),
		safe: row.safe === true,
		row,
	};
}

/** Host and path of a custom request; a whole address must be one of the credential's hosts, so that the token goes nowhere else. */
function target(typed: string, host: HostName, { client }: Running): { host: HostName; path: string } {
	if (typed.startsWith('/')) return { host, path: typed };
	const hosts = hostsOf(client.credential);
	const base = [hosts, publicHosts].find((known) => hostNameOf(typed, known) !== undefined);
	const name = base && hostNameOf(typed, base);
	const path = base && name && pathBehind(base[name], typed);
	if (name && path !== undefined) return { host: name, path: path || '/' };
	throw new InputError(
		'Path',
		'must begin with "/", or with one of the hosts of the credential',
		'须以“/”或凭证中的主机开头',
	);
}

const bodyOf = ({ bodyType, text, body }: Form): unknown => (bodyType === 'text' ? (text ?? '') : body);

/** What a raw body is: DingTalk reads JSON only where the header says so. */
function contentType({ bodyType, text = '' }: Form): Record<string, string> {
	if (bodyType !== 'text' || !/^\s*[[{]/.test(text)) return {};
	try {
		readExact(text);
		return { 'Content-Type': 'application/json' };
	} catch {
		return {};
	}
}

/** The query behind a path; a name that comes more than once goes out as often. */
function searchQuery(search: string): Query {
	const given = new URLSearchParams(search);
	return Object.fromEntries([...new Set(given.keys())].map((name) => [name, given.getAll(name)]));
}

/** A request that is in no catalog. */
function customPlan(running: Running, form: Form): Plan {
	const { method = 'GET', path: typed = '', host: chosenHost = 'api', query: given } = form;
	const { host, path } = target(typed, chosenHost, running);
	const [bare = '', search = ''] = path.split('?');
	const query = { ...searchQuery(search), ...flatQuery(objectOf('Query', given)) };
	const body = method === 'GET' ? undefined : bodyOf(form);
	const none = body === undefined || (method === 'DELETE' && isObject(body) && Object.keys(body).length === 0);
	const request = compile(`${method} ${bare}` as Route, { query }, host);
	const headers = { ...contentType(form), ...request.headers };
	return { request: none ? request : { ...request, headers, body }, safe: method === 'GET' };
}

/** What an item asks for. */
export async function planOf(running: Running, item: number, form: Form): Promise<Plan> {
	return form.product === 'custom'
		? customPlan(running, form)
		: await catalogPlan(running, item, await chosen(running, item), form);
}
