import { DingTalkHr } from '../../../nodes/DingTalkHr/DingTalkHr.node';
import { startSandbox, type Sandbox } from '../../../sandbox';
import { editor, outputs, sandboxCredentials } from '../../support/engine';
import { strayAnswers } from '../../sandbox/answers';

const NOW = Date.now();
const DAY = 86_400_000;
const at = (days: number) => new Date(NOW + days * DAY).toISOString();

let sandbox: Sandbox;
beforeEach(async () => {
	sandbox = await startSandbox({ people: 60, now: () => NOW });
});
afterEach(async () => {
	expect(sandbox.problems()).toEqual([]);
	expect(strayAnswers(sandbox.log)).toEqual([]);
	await sandbox.close();
});

const call = (resource: string, operation: string, parameters: object) => ({
	product: 'dingTalkHr',
	credentials: sandboxCredentials(sandbox),
	parameters: { resource, operation, ...parameters },
});
const hr = async (resource: string, operation: string, parameters: object) =>
	await outputs(call(resource, operation, parameters));
const sent = (path: string) => sandbox.log.filter((entry) => entry.path === path);

test('a future employee is added with roster fields and found', async () => {
	const [made] = await hr('onboarding', 'create', {
		personName: '吴九',
		mobile: '13900000999',
		preEntryTime: at(7),
		fillRoster: true,
		newRoster: { mappingMode: 'defineBelow', value: { 出生日期: '1995-01-02', 民族: '1' }, matchingColumns: [] },
		additionalFields: { needSendPreEntryMsg: true },
	});
	expect(sandbox.data.hr.future.at(-1)).toMatchObject({
		name: '吴九',
		values: { 'sys02-birthTime': ['1995-01-02'], 'sys02-nationType': ['1'] },
	});
	expect(await hr('onboarding', 'getAll', { details: false, returnAll: true })).toEqual([
		{ userId: 'sandboxFuture1' },
		{ userId: made?.tmpUserId },
	]);
	await expect(
		hr('onboarding', 'create', { personName: '吴九', mobile: '13900000999', fillRoster: false }),
	).rejects.toMatchObject({ context: { code: 'invalidParameter' } });
});

test('regular once, transferred', async () => {
	const regular = { person: 'user01', regularDate: at(0), additionalFields: { remark: 'ok' } };
	expect(await hr('employee', 'regularize', regular)).toEqual([{ userId: 'user01', result: true }]);
	await expect(hr('employee', 'regularize', regular)).rejects.toMatchObject({ context: { code: 'invalidParameter' } });
	expect(
		await hr('employee', 'transfer', {
			person: 'user01',
			departments: '101,200',
			mainDepartment: '200',
			additionalFields: { positionName: '主管', rankName: 'P6' },
		}),
	).toEqual([{ userId: 'user01', result: true }]);
	expect(sandbox.company.users.find(({ userid }) => userid === 'user01')).toMatchObject({
		dept_id_list: [200, 101],
		title: '主管',
	});
	await expect(hr('employee', 'transfer', { person: 'user01', mainDepartment: '300' })).rejects.toMatchObject({
		context: { code: 'mainDeptIdInvalid' },
	});
});

test('on the leaving list, changed, taken off, put on again, dismissed, and told of', async () => {
	const leaving = { person: 'lisi', lastWorkDate: at(10), voluntaryReasons: ['voluntary1'], passiveReasons: [] };
	const status = async () => (await hr('offboarding', 'get', { people: 'lisi' }))[0]?.status;
	expect(await status()).toBe(3);
	await hr('offboarding', 'start', { ...leaving, additionalFields: { remark: 'moves' } });
	await expect(hr('offboarding', 'start', leaving)).rejects.toMatchObject({ context: { code: 'businessError' } });
	await hr('offboarding', 'update', {
		...leaving,
		lastWorkDate: at(20),
		additionalFields: { dismissionMemo: 'later' },
	});
	expect(await hr('offboarding', 'get', { people: 'lisi' })).toMatchObject([
		{ status: 1, lastWorkDay: NOW + 20 * DAY, reasonMemo: 'later', voluntaryReason: ['家庭原因'] },
	]);
	await hr('offboarding', 'revoke', { person: 'lisi' });
	expect(await status()).toBe(3);
	await hr('offboarding', 'start', leaving);
	const [gone] = await hr('offboarding', 'confirm', {
		...leaving,
		dismissionMemo: 'bye',
		additionalFields: { aflowHandOverUserId: 'zhangsan' },
	});
	expect(gone).toEqual({ userId: 'lisi', result: true });
	expect(sandbox.company.users.map(({ userid }) => userid)).not.toContain('lisi');
	await expect(hr('offboarding', 'confirm', { ...leaving, dismissionMemo: 'bye' })).rejects.toMatchObject({
		context: { code: 'empNotExists' },
	});
	expect(await hr('offboarding', 'getAll', { details: true, returnAll: true })).toMatchObject([
		{ userId: 'sandboxGone1', status: 2 },
		{ userId: 'lisi', status: 2, reasonMemo: 'bye' },
	]);
	const [left] = await hr('offboarding', 'getDepartures', { from: at(-1), to: at(1), returnAll: true });
	expect(left).toMatchObject({ userId: 'lisi', name: '李四', leaveReason: 'oapi' });
});

test('two years of departures are three calls that do not overlap; 60 dismissals two', async () => {
	await hr('offboarding', 'getDepartures', { from: at(-800), to: at(0), returnAll: true });
	const ranges = sent('/v1.0/contact/empLeaveRecords').map(({ query }) =>
		[query.startTime, query.endTime].map((one) => Date.parse(String(one))),
	);
	expect(ranges).toHaveLength(3);
	const sorted = ranges.sort(([a = 0], [b = 0]) => a - b);
	for (const [index, [from = 0, to = 0]] of sorted.entries()) {
		expect(to - from).toBeLessThan(365 * DAY);
		if (index > 0) expect(from - (sorted[index - 1]?.[1] ?? 0)).toBe(1000);
	}
	const people = Array.from({ length: 60 }, (_, index) => `worker${index + 1}`);
	expect(await hr('offboarding', 'get', { people })).toHaveLength(60);
	expect(sent('/v1.0/hrm/employees/dimissionInfos')).toHaveLength(2);
});

test('reasons, positions and former employees are offered by name', async () => {
	const { methods } = new DingTalkHr();
	const here = editor(call('offboarding', 'start', {}));
	expect((await methods.loadOptions?.passiveReasonsList?.call(here))?.[0]).toEqual({
		name: '无法胜任工作',
		value: 'passive1',
	});
	const found = async (list: string, filter: string) => (await methods.listSearch?.[list]?.call(here, filter))?.results;
	expect(await found('positionIdList', '招聘')).toEqual([{ name: '招聘专员', value: 'sandbox2' }]);
	expect(await found('rankIdList', 'P6')).toEqual([{ name: 'P6', value: 'sandbox2' }]);
	expect(await found('jobIdList', '')).toHaveLength(2);
	expect(await found('peopleList', '周')).toMatchObject([{ value: 'sandboxGone1' }]);
});

const confirmed = { person: 'lisi', lastWorkDate: at(1), dismissionMemo: 'bye', voluntaryReasons: ['voluntary1'] };
test.each([
	['no reason', { ...confirmed, voluntaryReasons: [] }, 'Own Wish'],
	['an heir who is the leaver', { ...confirmed, additionalFields: { dingPanHandoverUserId: 'lisi' } }, 'Drive Goes To'],
	['an operator who is the leaver', { ...confirmed, options: { operator: 'lisi' } }, 'On Behalf Of'],
])('refused before any request: %s', async (_, parameters, words) => {
	await expect(hr('offboarding', 'confirm', parameters)).rejects.toThrow(words);
	expect(sandbox.log).toEqual([]);
});
