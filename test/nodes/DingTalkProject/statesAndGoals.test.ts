/** States of projects, links of tasks and goals, through the node against the sandbox. */
import type { IDataObject } from 'n8n-workflow';
import { startSandbox, type Sandbox } from '../../../sandbox';
import { BOARD } from '../../../sandbox/data/project';
import { outputs, sandboxCredentials } from '../../support/engine';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
afterEach(() => expect(sandbox.problems()).toEqual([]));
afterAll(async () => await sandbox.close());

const by = (mode: string, value: string) => ({ __rl: true, mode, value });
const on = (resource: string, operation: string, parameters: IDataObject) => ({
	product: 'dingTalkProject',
	credentials: sandboxCredentials(sandbox),
	parameters: { resource, operation, options: { callsPerSecond: 0 }, ...parameters },
	timezone: 'Asia/Tokyo',
});

// The routes are named after something else: suspend archives, archive moves to the recycle bin.
test.each([
	['archive', { archived: true, inRecycleBin: false }],
	['restore', { archived: false, inRecycleBin: false }],
	['trash', { archived: false, inRecycleBin: true }],
])('%s means %j', async (state, meant) => {
	const project = by('id', BOARD);
	expect(await outputs(on('project', 'setState', { project, state }))).toMatchObject([{ projectId: BOARD, state }]);
	const filters = { projectIds: BOARD };
	expect(await outputs(on('project', 'getAll', { returnAll: true, filters, simplify: true }))).toMatchObject([meant]);
});

test('a link stands on the task whose page was given', async () => {
	const [made] = await outputs(on('task', 'create', { project: by('id', BOARD), content: '回访' }));
	const taskId = String(made?.taskId);
	const link = { title: '工单 1', url: 'https://example.com/tickets/1', additionalFields: { content: '客户来电' } };
	await outputs(on('task', 'addLink', { taskId: `https://www.teambition.com/task/${taskId}`, ...link }));
	expect(sandbox.data.project.tasks.find((task) => task.taskId === taskId)?.links).toEqual([
		{ title: '工单 1', url: 'https://example.com/tickets/1', content: '客户来电' },
	]);
});

test('a period is a day of the workflow’s zone', async () => {
	sandbox.clearLog();
	// 23:30 of the day before in China.
	const value = [{ periodType: 'MONTH', period: '2026-12-01T00:30:00', data: '111' }];
	expect(await outputs(on('goal', 'pushIndicator', { code: 'code_s1', values: { value } }))).toEqual([
		{ success: true, code: 'code_s1', values: 1 },
	]);
	expect(sandbox.log.find(({ path }) => path.endsWith('/push'))?.body).toEqual({
		code: 'code_s1',
		data: [{ periodType: 'MONTH', period: '2026-12-01 00:00:00', data: '111' }],
	});
	await expect(outputs(on('goal', 'pushIndicator', { code: 'code_s1', values: {} }))).rejects.toThrow('Values');
});

test('a refusal of Agoal in HTTP 200 is an error', async () => {
	const push = on('goal', 'pushIndicator', {
		code: 'code_s1',
		values: { value: [{ periodType: 'MONTH', period: '2026-12-01', data: '1' }] },
	});
	let answer: object = { success: false, requestId: '1', content: [] };
	sandbox.alter('POST /v1.0/agoal/indicator/data/push', () => answer);
	await expect(outputs(push)).rejects.toThrow('success: false');
	answer = { success: true, content: [1] };
	expect(await outputs(push)).toMatchObject([{ success: true, values: 1 }]);
});
