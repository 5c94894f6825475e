import { LoadOptionsContext } from 'n8n-core';
import { type INode, type INodeTypes, type IWorkflowExecuteAdditionalData, Workflow } from 'n8n-workflow';

import { DingTalkTrigger } from '../../../nodes/DingTalkTrigger/DingTalkTrigger.node';
import {
	eventOptions,
	events,
	getEventTypes,
	httpEventTypes,
	spelledAsInStream,
} from '../../../nodes/DingTalkTrigger/eventTypes';
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
	const thirdParty = events.filter((event) => event.thirdParty).map(({ type }) => type);
	// 59 by the table of apps on their pages, 3 that only SyncHTTP brings.
	expect(thirdParty.length).toBe(62);
	expect(thirdParty).toEqual(
		expect.arrayContaining(['user_dept_change', 'contact_add_org', 'market_order', 'isv_bpms']),
	);
	expect(thirdParty).not.toContain('user_modify_org');
	for (const type of thirdParty) expect(httpEventTypes()).not.toContain(type);
	expect(httpEventTypes()).not.toContain('isv_bpms');
	expect(eventOptions().find(({ value }) => value === 'isv_bpms')?.description).toContain(
		'isv_bpms, third-party only<br>',
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

describe('what the form offers', () => {
	const offered = async (parameters: Record<string, unknown>) => {
		const node = {
			id: 'n',
			name: 'Trigger',
			type: 'ours',
			typeVersion: 1,
			position: [0, 0],
			parameters,
		} as unknown as INode;
		const nodeTypes = { getByName: () => trigger, getByNameAndVersion: () => trigger, getKnownTypes: () => ({}) };
		const workflow = new Workflow({
			id: 'w',
			nodes: [node],
			connections: {},
			active: false,
			nodeTypes: nodeTypes as unknown as INodeTypes,
		});
		const data = { currentNodeParameters: parameters } as unknown as IWorkflowExecuteAdditionalData;
		return (await getEventTypes.call(new LoadOptionsContext(workflow, node, data, ''))).map(({ value }) => value);
	};
	const trigger = new DingTalkTrigger();

	test('any event, then the frequent ones, the archived at the end', async () => {
		const values = await offered({ connection: 'webhook', options: {} });
		expect(values.slice(0, 4)).toEqual(['*', 'bpms_instance_change', 'bpms_task_change', 'attendance_check_record']);
		const archived = new Set(events.filter((event) => event.archived).map(({ type }) => type));
		const first = values.findIndex((value) => archived.has(String(value)));
		expect(values.slice(first).every((value) => archived.has(String(value)))).toBe(true);
	});

	test('what the connection does not bring and third-party apps alone get is hidden until it is asked for', async () => {
		const stream = await offered({ connection: 'stream', options: {} });
		const webhook = await offered({ connection: 'webhook', options: {} });
		expect([stream.includes('meetingroom_book'), webhook.includes('meetingroom_book')]).toEqual([false, true]);
		for (const values of [stream, webhook]) expect(values).not.toContain('market_order');
		expect(await offered({ connection: 'stream', options: { listAllEvents: true } })).toHaveLength(240);
		// What is chosen stays in the list.
		expect(await offered({ connection: 'stream', events: ['market_order'], options: {} })).toContain('market_order');
	});
});
