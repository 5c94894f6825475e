import type { IDataObject } from 'n8n-workflow';
import type { SandboxOptions } from '../sandbox';
import { BASE } from '../sandbox/data/aiTable';
import type { N8n, Workflow } from '../scripts/host';
import { type Step, chain, dingTalk } from '../test/e2e/support/workflow';
import { MEASURED } from './jobs';
import type { Bench, Line } from './line';
import { withN8n, withSandbox } from './stage';

const ROWS = 1000;
const SHEET = 'shtSandboxTasks';
/** Calls a second, of the standard edition. https://open.dingtalk.com/document/development/how-to-process-api-throttling-on-the-dingtalk-server */
const LIMIT = 20;
const RECORDS = `/v1.0/notable/bases/${BASE}/sheets/${SHEET}/records`;

const id = (value: string) => ({ __rl: true, mode: 'id', value });
const rows = Array.from({ length: ROWS }, (_, index): IDataObject => ({ 标题: `row ${index}`, 数字: index }));

const own: Step = dingTalk(
	'record',
	'create',
	{
		base: id(BASE),
		sheet: id(SHEET),
		columns: { mappingMode: 'autoMapInputData', value: null, matchingColumns: [] },
	},
	{ name: MEASURED },
);

/** One call per row as somebody would build it who knows the limit: n8n's HTTP Request node, batches of 20 a second. */
const http = (url: string, unionId: string): Step => ({
	name: MEASURED,
	type: 'n8n-nodes-base.httpRequest',
	typeVersion: 4.5,
	credentials: { dingTalkApi: { id: '', name: '' } },
	parameters: {
		method: 'POST',
		url: `${url}${RECORDS}?operatorId=${unionId}`,
		authentication: 'predefinedCredentialType',
		nodeCredentialType: 'dingTalkApi',
		sendBody: true,
		specifyBody: 'json',
		jsonBody: '={{ { "records": [{ "fields": $json }] } }}',
		options: { batching: { batch: { batchSize: LIMIT, batchInterval: 1000 } } },
	},
});

/** A table of its own for each way; the wanted number of writing calls is known for ours only. */
async function write(
	n8n: N8n,
	options: SandboxOptions,
	who: string,
	workflow: (url: string, unionId: string) => Workflow,
	calls?: number,
): Promise<Line[]> {
	return await withSandbox(n8n, options, async ({ sandbox, save, run }) => {
		const before = sandbox.data.aiTable.records.length;
		const execution = await run(await save(workflow(sandbox.url, sandbox.company.users[0]?.unionid ?? '')));
		const error = execution.error();
		const where = `${who}, ${options.latency} ms`;
		const all = sandbox.log.filter(({ path }) => !path.includes('oauth2'));
		const writing = all.filter(({ method, path }) => method === 'POST' && path === RECORDS);
		if (error && calls !== undefined) throw new Error(`${where}: ${error.message}`);
		return [
			{
				what: `${where}: writing calls`,
				value: writing.length,
				...(calls !== undefined && { atLeast: calls, atMost: calls }),
			},
			{ what: `${where}: all calls but for the token`, value: all.length },
			{
				what: `${where}: rows written`,
				value: sandbox.data.aiTable.records.length - before,
				...(calls !== undefined && { atLeast: ROWS, atMost: ROWS }),
			},
			{ what: `${where}: time`, value: execution.milliseconds(MEASURED) / 1000, unit: 's' },
		];
	});
}

export const table1000: Bench = {
	name: 'table1000',
	about: `${ROWS} rows into an AI table, with DingTalk's limit of ${LIMIT} calls a second enforced; beside one call per row by the HTTP Request node in batches of ${LIMIT} a second`,
	run: async () =>
		await withN8n(async (n8n) => {
			const lines: Line[] = [];
			for (const latency of [0, 50]) {
				const options = { latency, limits: true };
				lines.push(...(await write(n8n, options, 'DingTalk node', () => chain('own rows', [own], rows), ROWS / 100)));
				lines.push(
					...(await write(n8n, options, 'one call per row', (url, unionId) =>
						chain('http rows', [http(url, unionId)], rows),
					)),
				);
			}
			return lines;
		}),
};
