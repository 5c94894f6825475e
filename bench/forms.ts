import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { INodeTypeDescription } from 'n8n-workflow';
import { root } from '../scripts/host/build';
import type { Bench, Line } from './line';
import { measuredHost, placedPackage, probe, slackOf } from './loaded';

/** What one node's form costs; see formsProbe.js. */
interface Form {
	name: string;
	operations: number;
	properties: number;
	bytes: number;
	gzipped: number;
	milliseconds: number;
}

const columns = {
	operations: 'Operations',
	properties: 'Properties',
	bytes: 'Description, bytes',
	gzipped: 'Gzipped',
	milliseconds: 'getNodeParameters, ms',
	modules: 'Modules',
} as const;
type Column = keyof typeof columns;
const names = Object.keys(columns) as Column[];

const cell = (value: number, column: Column): string =>
	column === 'operations' && value === 0
		? '–'
		: Number.isInteger(value)
			? value.toLocaleString('en-US')
			: value.toPrecision(2).replace(/^0\.0+$/, '0');

/** The lines as the table of docs/verification.md: one row a node. */
function tableOf(lines: readonly Line[]): string {
	const nodes = [...new Set(lines.map(({ what }) => what.split(': ')[0]))];
	const value = (node: string, column: Column) => lines.find(({ what }) => what === `${node}: ${column}`)?.value ?? NaN;
	return [
		['Node', ...names.map((name) => columns[name])],
		['---', ...names.map(() => '---')],
		...nodes.map((node) => [node, ...names.map((name) => cell(value(node, name), name))]),
	]
		.map((row) => `| ${row.join(' | ')} |`)
		.join('\n');
}

export const forms: Bench = {
	name: 'forms',
	about: "what each node's form costs, beside n8n's Slack node: the slowest operation, and the modules of its class",
	show: tableOf,
	run: async (say) => {
		const { host, settings } = await measuredHost();
		say(settings);
		const slack = slackOf(host);
		const own = placedPackage();
		const descriptions = JSON.parse(
			readFileSync(join(root, 'dist', 'types', 'nodes.json'), 'utf8'),
		) as INodeTypeDescription[];
		const output = execFileSync(host.node, [join(__dirname, 'formsProbe.js'), host.folder], {
			encoding: 'utf8',
			input: JSON.stringify([...descriptions, slack.description]),
			maxBuffer: 64 * 1024 * 1024,
		});
		return (JSON.parse(output) as Form[]).flatMap(({ name, ...form }) => {
			const files = name === 'slack' ? slack.among : own.files;
			const { node } = probe(host, [...files, '--', name]);
			const values: Record<Column, number> = { ...form, modules: node.modules };
			return names.map((column): Line => ({ what: `${name}: ${column}`, value: values[column] }));
		});
	},
};
