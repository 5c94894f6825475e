import type { INodeExecutionData } from 'n8n-workflow';
import type { Row } from '../catalog/types';
import type { Compiled } from '../protocol/request';
import { at } from '../protocol/paging';
import { tellCut } from '../runtime/cut';
import { businessOf } from '../runtime/execute';
import type { Output } from '../runtime/items';
import { secretsOf, toNodeError } from '../runtime/nodeError';
import type { Json } from '../runtime/operation';
import { settled } from '../runtime/partial';
import { objectsIn } from '../runtime/pick';
import { readingOf, type Running } from '../runtime/running';
import { readTyped } from '../runtime/values';
import { deliveredCard } from '../shared/cardSpaces';
import { downloadFile } from './download';
import { plainFields, type Form } from './fields';
import { objectOf } from './json';
import { readList } from './pages';
import { planOf, type Plan } from './plan';
import { flatQuery } from './wire';

type Options = Form['options'];

const texts = (members: Json): Record<string, string> =>
	Object.fromEntries(Object.entries(members).map(([name, value]) => [name, String(value)]));

/** The call with what the options add to it. */
const extended = (request: Compiled, { headers, query }: Options): Compiled => ({
	...request,
	query: { ...request.query, ...flatQuery(objectOf('Extra Query', query)) },
	headers: { ...request.headers, ...texts(objectOf('Extra Headers', headers)) },
});

/** Return All and Limit work where the catalog knows how the list goes on; elsewhere one call is one page. */
function tellUnpaged({ hints }: Running, row: Row | undefined): void {
	const what = row?.name ?? 'A custom request';
	hints.add(
		`Return All and Limit did nothing: how a list of "${what}" goes on is not known. Give the cursor and page size that its page names as parameters`,
		`“返回全部”和“数量上限”未生效：“${row?.zh ?? '自定义请求'}”的分页方式未知。请按其文档自行填写游标和每页数量参数`,
	);
}

/** A card that arrived nowhere is answered with HTTP 200 and `success: true`. @throws DingTalkError when it arrived nowhere; a hint when somewhere. */
function tellUndelivered({ hints }: Running, answer: Json): void {
	const told = [...objectsIn(at(answer, 'result.deliverResults')), ...objectsIn(answer.result)];
	const results = told.filter((one) => 'spaceId' in one && 'success' in one);
	settled(deliveredCard({}, results), (en, zh) => hints.add(en, zh));
}

async function perform(running: Running, { request, safe, row }: Plan, options: Options): Promise<Output[]> {
	const { client } = running;
	// An operation with another token than the app's carries it among its own parameters.
	const token = row?.auth ? '' : options.accessToken;
	const send = async (page: Compiled) => await client.send(page, { safe, token });
	const raw = options.simplify === false;
	if (row?.paging) {
		const { entries, answers, cut } = await readList(
			{ row, paging: row.paging, request, limit: options.returnAll ? Infinity : (options.limit ?? 50) },
			send,
		);
		tellCut(running.hints, cut);
		return raw ? answers : entries;
	}
	if (options.returnAll || options.limit !== undefined) tellUnpaged(running, row);
	const answer = await send(request);
	const json = raw ? answer : businessOf(answer);
	tellUndelivered(running, answer);
	if (!options.downloadTo) return [json];
	const file = await downloadFile(running, answer, options.maxFileSize);
	return [{ json: json as INodeExecutionData['json'], binary: { [options.downloadTo]: file } }];
}

/** Runs the chosen operation for one item → its output entries. */
export async function callItem(running: Running, item: number): Promise<Output[]> {
	const { context, client } = running;
	const form = await readTyped(plainFields, readingOf(running, item));
	const { options } = form;
	const plan = await planOf(running, item, form);
	const { row } = plan;
	return await perform(running, { ...plan, request: extended(plan.request, options) }, options).catch(
		(cause: unknown) => {
			const about = {
				action: row?.name ?? `${plan.request.method} ${plan.request.api}`,
				permission: row?.permissions?.join(', '),
				docs: row?.docs,
				itemIndex: item,
			};
			throw toNodeError(context.getNode(), cause, about, secretsOf(client.credential, client.passwords));
		},
	);
}
