import { eventOptions, events, httpEventTypes, spelledAsInStream } from '../../../nodes/DingTalkTrigger/eventTypes';
import { weaver } from '../../../nodes/runtime/words';

test('every event has its names in both languages, and no two look the same', () => {
	expect(events.length).toBe(242);
	expect(new Set(events.map(({ type }) => type)).size).toBe(242);
	for (const { type, name, nameZh, group, groupZh } of events) {
		expect([type, name, group].every((text) => /^[\x20-\x7e]+$/.test(text))).toBe(true);
		expect([nameZh, groupZh].every((text) => text.length > 1)).toBe(true);
	}
	const names = eventOptions().map(({ name, description }) => `${name} ${description}`);
	expect(new Set(names).size).toBe(names.length);
});

test('a search in either language finds an event, the archived are marked, URL checks are not offered', () => {
	const find = (text: string) =>
		eventOptions()
			.filter(({ name }) => name.includes(text))
			.map(({ value }) => value);
	expect(find('打卡')).toContain('attendance_check_record');
	expect(find('Punched')).toEqual(['attendance_check_record']);
	expect(find('URL Check')).toEqual([]);
	const archived = eventOptions().find(({ value }) => value === 'attendance_schedule_change');
	expect(archived?.description).toContain('archived');
});

test('an event comes in some way: what comes by webhook only does not come by Stream only', () => {
	expect(events.filter(({ httpOnly, streamOnly }) => httpOnly && streamOnly)).toEqual([]);
	expect(events.filter(({ thirdParty }) => thirdParty).map(({ type }) => type)).toEqual([
		'subscription_close',
		'subscription_open',
		'isv_bpms',
	]);
	expect(httpEventTypes()).not.toContain('isv_bpms');
	expect(eventOptions().find(({ value }) => value === 'isv_bpms')?.description).toContain(
		'isv_bpms, webhook only, third-party apps only<br>',
	);
});

test.each(['en', 'zh-CN'] as const)(
	'n8n shows two lines of a choice: the type, and the fields as far as they fit (%s)',
	(locale) => {
		const options = eventOptions(weaver(locale));
		const shown = options.flatMap(({ description = '' }) => description.split('<br>'));
		expect(shown.filter((line) => line.length > 60)).toEqual([]);
		const fields = options.find(({ value }) => value === 'bpms_instance_change')?.description?.split('<br>')[1];
		expect(fields).toBe(
			`${locale === 'en' ? 'Fields: ' : '字段：'}result, processInstanceId, finishTime, createTime, …`,
		);
	},
);

test('the names of the fields are those of the item', () => {
	const fieldsOf = (type: string) => events.find((event) => event.type === type)?.fields;
	// Over HTTP it says UnionIdList.
	expect(fieldsOf('todo_task_create')).toContain('unionIdList');
	// The item has these beside `data`.
	for (const { fields = [] } of events)
		expect(fields.filter((name) => /^(EventType|CorpId|eventId|syncAction)$/.test(name))).toEqual([]);
});

test('fields of an HTTP push get the names that Stream uses', () => {
	expect(spelledAsInStream('todo_task_create', { UnionIdList: [], taskId: 't' })).toEqual({
		unionIdList: [],
		taskId: 't',
	});
	expect(spelledAsInStream('unknown', { UnionIdList: [] })).toEqual({ unionIdList: [] });
});
