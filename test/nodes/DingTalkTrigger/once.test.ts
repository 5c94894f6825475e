import type { IDataObject } from 'n8n-workflow';

import { Once } from '../../../nodes/DingTalkTrigger/once';

/** What is left of the static data after a crash: what had been saved. */
const saved = (data: IDataObject): IDataObject => JSON.parse(JSON.stringify(data));

test('an event that has ended does not run again, not even after a restart', () => {
	const data: IDataObject = {};
	const once = new Once(data, 'w:n');
	expect(once.begin('e')).toEqual({ run: true, deduplicationKey: 'dingtalk:w:n:e' });
	expect(once.begin('e')).toEqual({ run: false });
	once.end('e', false);
	expect(once.begin('e')).toEqual({ run: false });
	expect(new Once(saved(data), 'w:n').begin('e')).toEqual({ run: false });
});

test('an event that a crash interrupted runs again, under another key each time', () => {
	const data: IDataObject = {};
	new Once(data, 'w:n').begin('e');
	const afterCrash = saved(data);
	expect(new Once(afterCrash, 'w:n').begin('e')).toEqual({ run: true, deduplicationKey: 'dingtalk:w:n:e#1' });
	expect(new Once(saved(afterCrash), 'w:n').begin('e')).toEqual({ run: true, deduplicationKey: 'dingtalk:w:n:e#2' });
});

test('a crash before the static data was saved shows when n8n refuses the key', () => {
	const once = new Once({}, 'w:n');
	once.begin('e');
	expect(once.again('e')).toBe('dingtalk:w:n:e#1');
	once.end('e', false);
	expect(once.begin('e')).toEqual({ run: false });
});

test('a failed event that is to be repeated runs again', () => {
	const once = new Once({}, 'w:n');
	once.begin('e');
	once.end('e', true);
	expect(once.begin('e')).toEqual({ run: true, deduplicationKey: 'dingtalk:w:n:e#1' });
});

test('what it keeps is bounded, and keys fit the column of 255 characters', () => {
	const data: IDataObject = {};
	const once = new Once(data, 'w:n');
	for (let index = 0; index < 2_000; index++) {
		once.begin(`e${index}`);
		once.end(`e${index}`, false);
	}
	expect(JSON.stringify(data).length).toBeLessThan(10_000);
	const long = once.begin('k'.repeat(300));
	expect(long.run && long.deduplicationKey.length).toBeLessThan(255);
});
