import { type IDataObject, ObservableObject } from 'n8n-workflow';

import { Ledger } from '../../../../nodes/DingTalkTrigger/once/ledger';

/** What is left of the static data after a crash: what had been saved. */
const saved = (data: IDataObject): IDataObject => JSON.parse(JSON.stringify(data));

test('an event that has ended does not run again, not even after a restart', () => {
	const data: IDataObject = {};
	const ledger = new Ledger(data, 'w:n');
	expect([ledger.begin('e'), ledger.keyOf('e')]).toEqual([true, 'dingtalk:w:n:e']);
	expect(ledger.begin('e')).toBe(false);
	ledger.end('e', false);
	expect(ledger.begin('e')).toBe(false);
	expect(new Ledger(saved(data), 'w:n').begin('e')).toBe(false);
});

test('after a crash it is known in which execution an event ran; it runs again under another key each time', () => {
	const data: IDataObject = {};
	const ledger = new Ledger(data, 'w:n');
	ledger.begin('e');
	ledger.runsIn('e', '7');
	const second = new Ledger(saved(data), 'w:n');
	expect([second.begin('e'), second.executionOf('e'), second.keyOf('e')]).toEqual([true, '7', 'dingtalk:w:n:e']);
	expect([second.again('e'), second.executionOf('e'), second.keyOf('e')]).toEqual([
		'dingtalk:w:n:e#1',
		undefined,
		'dingtalk:w:n:e#1',
	]);
	second.end('e', false);
	expect(second.begin('e')).toBe(false);
});

test('of an event whose execution had not begun, the key stays the same', () => {
	const data: IDataObject = {};
	new Ledger(data, 'w:n').begin('e');
	const second = new Ledger(saved(data), 'w:n');
	expect([second.begin('e'), second.executionOf('e'), second.keyOf('e')]).toEqual([true, undefined, 'dingtalk:w:n:e']);
	second.handBack('e');
	expect([second.begin('e'), second.keyOf('e')]).toEqual([true, 'dingtalk:w:n:e']);
});

test('a failed event that is to be repeated runs again', () => {
	const ledger = new Ledger({}, 'w:n');
	ledger.begin('e');
	ledger.runsIn('e', '7');
	ledger.end('e', true);
	expect([ledger.begin('e'), ledger.executionOf('e'), ledger.keyOf('e')]).toEqual([
		true,
		undefined,
		'dingtalk:w:n:e#1',
	]);
});

test('what it keeps is bounded, and keys fit the column of 255 characters', () => {
	const data: IDataObject = {};
	const ledger = new Ledger(data, 'w:n');
	for (let index = 0; index < 2_000; index++) {
		const id = `e${index}`.padEnd(10_000, '.');
		ledger.begin(id);
		ledger.end(id, false);
	}
	expect(JSON.stringify(data).length).toBeLessThan(17_000);
	expect(ledger.keyOf('k'.repeat(300)).length).toBeLessThan(255);
});

test('all of it is saved, whatever n8n has saved in between', () => {
	const data = ObservableObject.create({}, undefined) as IDataObject;
	const ledger = new Ledger(data, 'w:n');
	ledger.begin('e');
	data.__dataChanged = false;
	ledger.touch();
	expect(data.__dataChanged).toBe(true);
});
