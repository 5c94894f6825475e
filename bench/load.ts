import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { products, rowsOf } from '../nodes/catalog';
import { events } from '../nodes/DingTalkTrigger/eventTypes';
import { installHost } from '../scripts/host';
import { root } from '../scripts/host/build';
import type { Bench, Line } from './line';
import { median } from './stats';

/** What a fresh process says of itself once it has made the nodes; see loadProbe.js. */
interface Probe {
	/** From before the first `require` of a node to its description. */
	milliseconds: number;
	/** Grown by the nodes, after garbage collection. */
	heapBytes: number;
	rssBytes: number;
	/** Of the descriptions as n8n sends them to the editor. */
	descriptions: number[];
	operations: number[];
}

const ROUNDS = 9;
const KB = 1024;

/** How many operations the catalog knows. */
async function cataloged(): Promise<number> {
	const rows = await Promise.all((await products()).map(async ({ id }) => await rowsOf(id)));
	return rows.flat().length;
}

async function prober(): Promise<(name: Subject) => Probe> {
	const host = await installHost();
	const modules = join(host.folder, 'node_modules');
	const base = (name: string): string => join(modules, 'n8n-nodes-base', 'dist', 'nodes', name, `${name}.node.js`);
	const own = ['DingTalk', 'DingTalkApiCall', 'DingTalkTrigger'].map((name) =>
		join(root, 'dist', 'nodes', name, `${name}.node.js`),
	);
	const subjects: Record<Subject, string[]> = {
		nothing: [],
		own,
		slack: [base('Slack')],
		slackLater: [base('HttpRequest'), '--', base('Slack')],
	};
	return (name) => {
		const files = subjects[name].includes('--') ? subjects[name] : ['--', ...subjects[name]];
		const output = execFileSync(host.node, ['--expose-gc', join(__dirname, 'loadProbe.js'), ...files], {
			encoding: 'utf8',
			env: { ...process.env, NODE_PATH: modules },
		});
		const probe: Probe = JSON.parse(output);
		return probe;
	};
}

/** `slackLater`: the Slack node where the HTTP Request node has loaded the libraries that n8n's own nodes share. */
type Subject = 'nothing' | 'own' | 'slack' | 'slackLater';

const costs = (what: string, unit: 'ms' | 'KB', of: (name: Subject) => number): Line[] => [
	{ what: `${what}, all three nodes`, value: of('own'), unit },
	{ what: `${what}, n8n's Slack node`, value: of('slack'), unit },
	{ what: `${what}, Slack node after the HTTP Request node`, value: of('slackLater'), unit },
	{ what: `${what}, package : Slack node`, value: of('own') / of('slack') },
	{ what: `${what}, package : Slack node after the HTTP Request node`, value: of('own') / of('slackLater') },
];

export const load: Bench = {
	name: 'load',
	about: "loading the package into a fresh process that has n8n-workflow, beside n8n's Slack node",
	run: async () => {
		const probe = await prober();
		// In turn, so that what else the machine does falls on all alike.
		const rounds = Array.from({ length: ROUNDS }, () => ({
			nothing: probe('nothing'),
			own: probe('own'),
			slack: probe('slack'),
			slackLater: probe('slackLater'),
		}));
		const of = (what: 'milliseconds' | 'heapBytes' | 'rssBytes') => (name: Subject) =>
			median(rounds.map((round) => round[name][what]));
		const [{ own, slack }] = rounds;
		const [dingTalk, apiCall, trigger] = own.descriptions;
		const [perOperation, perSlack] = [dingTalk / own.operations[0], slack.descriptions[0] / slack.operations[0]];
		const known = await cataloged();
		return [
			...costs('load', 'ms', of('milliseconds')),
			...costs('heap', 'KB', (name) => of('heapBytes')(name) / KB),
			{ what: 'process size, with the package : without', value: of('rssBytes')('own') / of('rssBytes')('nothing') },
			{
				what: `description per operation, DingTalk (${own.operations[0]} operations, two languages)`,
				value: perOperation,
				unit: 'bytes',
			},
			{ what: `description per operation, Slack (${slack.operations[0]} operations)`, value: perSlack, unit: 'bytes' },
			{ what: 'description per operation, DingTalk : Slack', value: perOperation / perSlack },
			{
				what: `description per operation, DingTalk API Call (${known} operations)`,
				value: apiCall / known,
				unit: 'bytes',
			},
			{
				what: `description per event type, DingTalk Trigger (${events.length} types)`,
				value: trigger / events.length,
				unit: 'bytes',
			},
		];
	},
};
