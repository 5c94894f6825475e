import { eventOptions, events, spelledAsInStream } from '../../../nodes/DingTalkTrigger/events';

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
	const find = (text: string) => eventOptions().filter(({ name }) => name.includes(text)).map(({ value }) => value);
	expect(find('打卡')).toContain('attendance_check_record');
	expect(find('Punched')).toEqual(['attendance_check_record']);
	expect(find('URL Check')).toEqual([]);
	const archived = eventOptions().find(({ value }) => value === 'attendance_schedule_change');
	expect(archived?.description).toContain('archived');
});

test('fields of an HTTP push get the names that Stream uses', () => {
	expect(spelledAsInStream('todo_task_create', { UnionIdList: [], taskId: 't' })).toEqual({ unionIdList: [], taskId: 't' });
	expect(spelledAsInStream('unknown', { UnionIdList: [] })).toEqual({ UnionIdList: [] });
});
