import { eventually } from '../../../scripts/host';
import { type Bench, openBench } from '../support/bench';
import { chain, dingTalk, line, trigger } from '../support/workflow';

/** Seed 004: a Stream attendance event leads to the day's data and the report's columns; then the failed-events list. */
describe('seed 004: attendance over Stream', () => {
	let bench: Bench;
	// DingTalk tries an event that nobody took again after 10 and 30 s; here after 20 ms.
	beforeAll(async () => (bench = await openBench({ stream: { retryAfter: [20] } })));
	afterAll(async () => await bench.close());

	it('takes a punch as the sign to fetch the data behind it', async () => {
		const { act, company } = bench.sandbox;
		const who = {
			__rl: true,
			mode: 'userId',
			value:
				'={{ $("DingTalk Trigger").item.json.data.dataList?.[0]?.userId ?? $("DingTalk Trigger").item.json.data.userId }}',
		};
		const listening = await bench.activate(
			line('seed 004', [
				trigger({ events: ['attendance_check_record'] }),
				dingTalk('attendance', 'getUpdatedData', { person: who, workDate: '={{ $json.occurredAt }}' }),
				dingTalk(
					'attendance',
					'getColumnValues',
					{
						person: who,
						columns: company.attendanceColumns.map(({ id }) => id).join(','),
						from: '={{ $("DingTalk Trigger").item.json.occurredAt }}',
						to: '={{ $("DingTalk Trigger").item.json.occurredAt }}',
					},
					{ executeOnce: true },
				),
			]),
		);
		act.punchIn('lisi');
		const [fired] = await bench.api.ended(listening.id);
		expect(fired.error()).toBeUndefined();
		expect(fired.json('DingTalk Trigger')[0]).toMatchObject({ eventType: 'attendance_check_record' });
		expect(JSON.stringify(fired.json('attendance.getUpdatedData'))).toContain('lisi');
		expect(fired.json('attendance.getColumnValues').length).toBeGreaterThan(0);
		await bench.api.deactivate(listening.id);
		expect(bench.sandbox.problems()).toEqual([]);
	});

	it('reads the list of events that could not be pushed, which empties it', async () => {
		const { failedEvents, push, company } = bench.sandbox;
		const punch = { dataList: [{ userId: 'lisi', checkTime: Date.now() }] };
		push('attendance_check_record', punch, { via: 'stream' });
		await eventually('the event to be given up', async () => (failedEvents.length > 0 ? true : undefined));
		const failed = chain('seed 004 failed', [
			dingTalk('eventSubscription', 'getFailed', {}, { alwaysOutputData: true }),
		]);
		const first = await bench.run(failed);
		expect(first.error()).toBeUndefined();
		expect(first.json('eventSubscription.getFailed')).toEqual([
			{ eventType: 'attendance_check_record', eventTime: expect.any(Number), corpId: company.corpId, data: punch },
		]);
		const second = await bench.run(failed);
		expect(second.json('eventSubscription.getFailed')).toEqual([{}]);
		expect(bench.sandbox.problems()).toEqual([]);
	});
});
