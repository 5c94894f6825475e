/** How much of a form a builder sees before touching it: few rows, and on whose behalf last. */
import { NodeHelpers, type INode, type INodeParameters } from 'n8n-workflow';
import { nodeIn } from '../../../scripts/nodes';
import { operations, productNodes } from '../../../scripts/products';

/** Most rows of a form that is used every day. */
const MOST = 7;

/**
 * Forms that show more, and how many: lists whose Return All and Limit count too, and jobs that need so many words. A new one
 * is a decision: could a field stand under Additional Fields, a technical one under Options?
 */
const WIDER: Record<string, number> = {
	'dingTalkAiTable record getAll': 8,
	'dingTalkAiTable record uploadAttachment': 8,
	'dingTalkApproval approval addApprover': 10,
	'dingTalkApproval approval create': 8,
	'dingTalkApproval approval getAll': 11,
	'dingTalkAttendance attendance calculateDuration': 8,
	'dingTalkAttendance attendance createApproval': 10,
	'dingTalkAttendance attendance getRecords': 8,
	'dingTalkAttendance attendance getResults': 8,
	'dingTalkAttendance leave getStatus': 8,
	'dingTalkAttendance schedule getAll': 8,
	'dingTalkContacts department getAll': 8,
	'dingTalkCrm customer getAll': 8,
	'dingTalkDocs node getAll': 8,
	'dingTalkDrive permission create': 10,
	'dingTalkDrive permission delete': 10,
	'dingTalkDrive permission update': 10,
	'dingTalkForms yidaForm getAll': 9,
	'dingTalkForms yidaForm getSubtable': 10,
	'dingTalkForms yidaProcess execute': 9,
	'dingTalkForms yidaProcess getAll': 9,
	'dingTalkForms yidaProcess redirect': 8,
	'dingTalkProject goal getAll': 8,
	'dingTalkProject task getAll': 8,
	'dingTalkProject workTime create': 8,
	'dingTalkReport announcement create': 9,
	'dingTalkReport announcement getAll': 8,
	'dingTalkReport report getAll': 8,
	'dingTalkSpreadsheet sheet addImage': 8,
};

/** Names of the rows that n8n shows below Resource and Operation, from the top. */
function rowsOf(folder: string, parameters: INodeParameters): string[] {
	const { description } = nodeIn(folder);
	const node: INode = { id: '1', name: 'A', type: 'a', typeVersion: 1, position: [0, 0], parameters };
	const values =
		NodeHelpers.getNodeParameters(description.properties, parameters, true, false, node, description) ?? {};
	return description.properties
		.filter(
			({ name, type }) => !['resource', 'operation'].includes(name) && !['notice', 'callout', 'hidden'].includes(type),
		)
		.filter((property) => NodeHelpers.displayParameter(values, property, node, description))
		.map(({ name }) => name);
}

const forms = operations.map(({ id, product, resource, operation }) => ({
	id,
	rows: rowsOf(product.folder, { resource: resource.value, operation: operation.value }),
}));

test(`at most ${MOST} rows, but for the forms named here`, () => {
	const wider = forms.filter(({ rows }) => rows.length > MOST).map(({ id, rows }) => [id, rows.length]);
	expect(Object.fromEntries(wider)).toEqual(WIDER);
});

test('no form that sends a message is among them', () => {
	const messages = forms.filter(({ id }) => /^dingTalk \w+ (send\w*|reply)$/.test(id));
	expect(messages.length).toBeGreaterThan(8);
	expect(messages.filter(({ id }) => id in WIDER)).toEqual([]);
	// It asks, too: who, what, and which answers there are.
	expect(rowsOf('DingTalkSendAndWait', {})).toHaveLength(9);
});

test.each([
	['DingTalkApproval', { resource: 'approval', operation: 'create' }, ['processCode'], 'formFields'],
	['DingTalkAiTable', { resource: 'record', operation: 'create' }, ['base', 'sheet'], 'columns'],
	['DingTalkAiTable', { resource: 'record', operation: 'getAll' }, ['base', 'sheet'], 'onlyFields'],
])('%s: columns stand in the form once that is chosen whose they are', (folder, operation, needs, columns) => {
	const chosen = (value: string) =>
		Object.fromEntries(needs.map((name) => [name, { __rl: true, mode: 'id', value }])) as INodeParameters;
	const isShown = (value: string) => rowsOf(folder, { ...operation, ...chosen(value) }).includes(columns);
	expect(['', 'known', '={{ $json.table }}'].map(isShown)).toEqual([false, true, true]);
});

test('on whose behalf stands under Options, below all that the operation is about', () => {
	const early = forms.filter(({ rows }) => rows.slice(0, -1).includes('operator')).map(({ id }) => id);
	expect(early).toEqual([]);
});

test.each(['robotCode', 'agentId', 'operator'])('%s, which the credential knows, is no row of any form', (name) => {
	expect(forms.filter(({ rows }) => rows.includes(name)).map(({ id }) => id)).toEqual([]);
});

/** What most people come for; a node opens with it. */
const FIRST: Record<string, string> = {
	dingTalk: 'workNotification send',
	dingTalkContacts: 'user get',
	dingTalkHr: 'employee get',
	dingTalkAttendance: 'attendance getRecords',
	dingTalkApproval: 'approval create',
	dingTalkToDo: 'todo create',
	dingTalkReport: 'report getAll',
	dingTalkAiTable: 'record create',
	dingTalkDrive: 'file upload',
	dingTalkSpreadsheet: 'row append',
	dingTalkDocs: 'document create',
	dingTalkCalendar: 'event create',
	dingTalkMeeting: 'conference create',
	dingTalkForms: 'yidaForm create',
	dingTalkProject: 'task create',
	dingTalkCrm: 'customer create',
};

test('a node opens with the operation that is used most', () => {
	const opens = productNodes.map(({ name, node }) => {
		const { properties } = node.description;
		const resource = properties.find((property) => property.name === 'resource')?.default;
		const operation = properties.find(
			(property) =>
				property.name === 'operation' && property.displayOptions?.show?.resource?.includes(String(resource)),
		)?.default;
		return [name, `${String(resource)} ${String(operation)}`];
	});
	expect(Object.fromEntries(opens)).toEqual(FIRST);
});
