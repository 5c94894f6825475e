/**
 * `npx tsx scripts/compareForms.ts`: the table of docs/editor.md. Counts, from the descriptions alone, what a builder sees and does
 * for ten jobs in our forms and in those of n8n's own nodes, in the pinned n8n. Nothing is clicked here.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import {
	NodeHelpers,
	type INode,
	type INodeParameters,
	type INodeProperties,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { installHost } from './host';
import { nodeFolders, nodeIn } from './nodes';

interface Way {
	node: string;
	parameters: INodeParameters;
}

const way = (node: string, resource: string, operation: string, more: INodeParameters = {}): Way => ({
	node,
	parameters: { ...(resource && { resource }), operation, ...more },
});

/** The job, our form, and those of n8n's nodes that do the like. */
const JOBS: Array<[string, ...Way[]]> = [
	[
		'Text to a person',
		way('dingTalk', 'robot', 'sendToUsers'),
		way('slack', 'message', 'post', { select: 'user' }),
		way('telegram', 'message', 'sendMessage'),
		way('microsoftTeams', 'chatMessage', 'create'),
	],
	[
		'Text to a group',
		way('dingTalk', 'robot', 'sendToGroup'),
		way('slack', 'message', 'post', { select: 'channel' }),
		way('telegram', 'message', 'sendMessage'),
		way('microsoftTeams', 'channelMessage', 'create'),
	],
	[
		'A file to a person',
		way('dingTalk', 'robot', 'sendToUsers', { messageType: 'file' }),
		way('slack', 'file', 'upload'),
		way('telegram', 'message', 'sendDocument', { binaryData: true }),
	],
	[
		'Ask and wait',
		way('dingTalkSendAndWait', '', ''),
		way('slack', 'message', 'sendAndWait'),
		way('telegram', 'message', 'sendAndWait'),
		way('microsoftTeams', 'chatMessage', 'sendAndWait'),
	],
	['Look up a person', way('dingTalkContacts', 'user', 'get'), way('slack', 'user', 'info')],
	['Create a task', way('dingTalkToDo', 'todo', 'create'), way('microsoftTeams', 'task', 'create')],
	[
		'Create a group',
		way('dingTalk', 'group', 'create'),
		way('slack', 'channel', 'create'),
		way('microsoftTeams', 'channel', 'create'),
	],
	[
		'Add a row to a table',
		way('dingTalkAiTable', 'record', 'create'),
		way('airtable', 'record', 'create'),
		way('googleSheets', 'sheet', 'append'),
	],
	[
		'Read the rows of a table',
		way('dingTalkAiTable', 'record', 'getAll'),
		way('airtable', 'record', 'search'),
		way('googleSheets', 'sheet', 'read'),
	],
	[
		'Update a row of a table',
		way('dingTalkAiTable', 'record', 'update'),
		way('airtable', 'record', 'update'),
		way('googleSheets', 'sheet', 'update'),
	],
];

/** The newest version of each node, as n8n's editor gets it. */
async function descriptions(): Promise<Map<string, INodeTypeDescription>> {
	const { folder } = await installHost(() => undefined);
	const base = dirname(createRequire(join(folder, 'package.json')).resolve('n8n-nodes-base/package.json'));
	const theirs = JSON.parse(readFileSync(join(base, 'dist/types/nodes.json'), 'utf8')) as INodeTypeDescription[];
	const versionOf = ({ version }: INodeTypeDescription) => Math.max(...[version].flat());
	const all = [...theirs, ...nodeFolders.map((name) => nodeIn(name).description)];
	return new Map(all.sort((a, b) => versionOf(a) - versionOf(b)).map((one) => [one.name, one]));
}

const isPicker = ({ type, modes, typeOptions }: INodeProperties) =>
	type === 'resourceLocator'
		? modes?.some((mode) => mode.type === 'list') === true
		: typeOptions?.loadOptionsMethod !== undefined;

const isEmpty = (value: unknown): boolean =>
	value === undefined ||
	value === '' ||
	(typeof value === 'object' && value !== null && 'value' in value && !value.value);

/** What the form of one job shows and asks for. */
function countsOf({ parameters }: Way, description: INodeTypeDescription) {
	const node: INode = {
		id: '1',
		name: 'A',
		type: 'a',
		typeVersion: Math.max(...[description.version].flat()),
		position: [0, 0],
		parameters,
	};
	const values =
		NodeHelpers.getNodeParameters(description.properties, parameters, true, false, node, description) ?? {};
	const rows = description.properties
		.filter(({ name }) => !['resource', 'operation', 'authentication'].includes(name))
		.filter(({ type }) => !['notice', 'callout', 'hidden'].includes(type))
		.filter((property) => NodeHelpers.displayParameter(values, property, node, description));
	const asked = rows.filter(({ required, name }) => required && isEmpty(values[name]));
	// Opening the panel, the node, its action; a list takes two clicks, anything else one; running.
	const clicks = 4 + asked.reduce((sum, row) => sum + (isPicker(row) ? 2 : 1), 0);
	return {
		rows: rows.length,
		asked: asked.length,
		pickers: rows.filter(isPicker).length,
		columns: rows.some(({ type }) => type === 'resourceMapper'),
		clicks,
	};
}

async function main(): Promise<void> {
	const known = await descriptions();
	const lines = JOBS.flatMap(([job, ...ways]) =>
		ways.map((one, place) => {
			const description = known.get(one.node);
			if (!description) throw new Error(`no node ${one.node}`);
			const { rows, asked, pickers, columns, clicks } = countsOf(one, description);
			const name = place === 0 ? `**${description.displayName}**` : description.displayName;
			return [place === 0 ? job : '', name, rows, asked, pickers, columns ? 'yes' : '', clicks].join(' | ');
		}),
	);
	console.log('| Job | Node | Rows | To fill in | Pickers | Columns | Clicks |');
	console.log('| --- | --- | --- | --- | --- | --- | --- |');
	for (const line of lines) console.log(`| ${line} |`);
}

void main();
