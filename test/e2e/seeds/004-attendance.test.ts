import { type Bench, openBench } from '../support/bench';
import { chain, dingTalk, line, trigger } from '../support/workflow';

/** Seed 004: a Stream attendance event leads to the day's data and the report's columns; then the failed-events list. */
describe('seed 004: attendance over Stream', () => {
	let bench: Bench;
	beforeAll(async () => (bench = await openBench()));
	afterAll(async () => await bench.close());

	it('takes a punch as the sign to fetch the data behind it', async () => {
		const { act, company } = bench.sandbox;
		const who = { __rl: true, mode: 'userId', value: '={{ $("DingTalk Trigger").item.json.data.dataList?.[0]?.userId ?? $("DingTalk Trigger").item.json.data.userId }}' };
		const listening = await bench.activate(
			line('seed 004', [
				trigger({ events: ['attendance_check_record'] }),
				dingTalk('attendance', 'getUpdatedData', { person: who, workDate: '={{ $json.occurredAt }}' }),
				dingTalk('attendance', 'getColumnValues', { person: who, columns: company.attendanceColumns.map(({ id }) => id).join(','), from: '={{ $("DingTalk Trigger").item.json.occurredAt }}', to: '={{ $("DingTalk Trigger").item.json.occurredAt }}' }, { executeOnce: true }),
			]),
		);
		act.punchIn('lisi');
		const [fired] = await bench.api.ended(listening.id);
		expect(fired.error()).toBeUndefined();
		expect(fired.json('DingTalk Trigger')[0]).toMatchObject({ eventType: 'attendance_check_record' });
		expect(JSON.stringify(fired.json('attendance.getUpdatedData'))).toContain('lisi');
		expect(fired.json('attendance.getColumnValues').length).toBeGreaterThan(0);
		expect(bench.sandbox.problems()).toEqual([]);
	});

	it('reads the list of events that could not be pushed', async () => {
		bench.sandbox.failedEvents.length = 0;
		const execution = await bench.run(chain('seed 004 failed', [dingTalk('eventSubscription', 'getFailed', {}, { alwaysOutputData: true })]));
		expect(execution.error()).toBeUndefined();
		expect(bench.sandbox.problems()).toEqual([]);
	});
});
