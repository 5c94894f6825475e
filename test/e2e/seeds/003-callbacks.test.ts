import { type Bench, openBench } from '../support/bench';
import { chain, dingTalk, line, person, trigger } from '../support/workflow';

/** Seed 003: register, query, update, failed list, delete; an encrypted approval event brings the approval. */
describe('seed 003: encrypted callbacks', () => {
	let bench: Bench;
	beforeAll(async () => (bench = await openBench()));
	afterAll(async () => await bench.close());

	it('registers its URL, gets the approval of an event, refuses an unsigned call, and deletes the registration', async () => {
		const { company, act, callback } = bench.sandbox;
		const listening = await bench.activate(
			line('seed 003', [
				{
					...trigger({
						connection: 'webhook',
						registration: 'automatic',
						events: ['bpms_instance_change', 'bpms_task_change'],
					}),
					webhookId: '5eed0003-0000-4000-8000-000000000001',
				},
				{
					name: 'Changed',
					type: 'n8n-nodes-base.filter',
					typeVersion: 2.2,
					parameters: {
						conditions: {
							options: { caseSensitive: true, typeValidation: 'loose', version: 2 },
							combinator: 'and',
							conditions: [
								{
									id: '1',
									leftValue: '={{ $json.eventType }}',
									rightValue: 'bpms_instance_change',
									operator: { type: 'string', operation: 'equals' },
								},
							],
						},
					},
				},
				dingTalk('approval', 'get', { processInstanceId: '={{ $json.data.processInstanceId }}' }),
			]),
		);
		expect(callback.registration?.url).toContain('/webhook/');
		const created = await bench.run(
			chain('seed 003 create', [
				dingTalk('approval', 'create', {
					originator: person('zhangsan'),
					department: { __rl: true, mode: 'id', value: '100' },
					processCode: company.processCode,
					formInput: 'json',
					formJson: JSON.stringify(Object.fromEntries(company.template.fields.map(({ name }) => [name, '1']))),
				}),
			]),
		);
		expect(created.error()).toBeUndefined();
		const instanceId = String(created.json('approval.create')[0]?.instanceId);
		act.approve(instanceId);
		const fired = (await bench.api.ended(listening.id, 4)).filter(({ ran }) => ran.includes('approval.get'));
		expect(fired.length).toBeGreaterThan(0);
		expect(
			fired.flatMap((execution) => execution.json('approval.get')).map((approval) => JSON.stringify(approval)),
		).toEqual(expect.arrayContaining([expect.stringContaining(company.template.name)]));

		const url = callback.registration?.url ?? '';
		const unsigned = await fetch(url, {
			method: 'POST',
			headers: { 'Content-Type': 'application/json' },
			body: JSON.stringify({ encrypt: 'AAAA' }),
		});
		expect(unsigned.status).toBeGreaterThanOrEqual(400);
		expect(unsigned.status).toBeLessThan(500);

		const lifecycle = await bench.run(
			chain('seed 003 lifecycle', [
				dingTalk('eventSubscription', 'get'),
				dingTalk('eventSubscription', 'update', {
					url,
					eventTypes: [
						'bpms_task_change',
						'bpms_instance_change',
						'user_add_org',
						'user_leave_org',
						'org_dept_create',
						'org_dept_modify',
						'org_dept_remove',
					],
				}),
				dingTalk('eventSubscription', 'getFailed', {}, { alwaysOutputData: true }),
				dingTalk('eventSubscription', 'delete', {}, { executeOnce: true }),
				dingTalk('eventSubscription', 'register', { url, eventTypes: ['bpms_task_change', 'bpms_instance_change'] }),
			]),
		);
		expect(lifecycle.error()).toBeUndefined();
		expect(lifecycle.json('eventSubscription.get')).toEqual([expect.objectContaining({ url })]);
		await bench.api.deactivate(listening.id);
		expect(callback.registration).toBeUndefined();
		expect(bench.sandbox.problems()).toEqual([]);
	});
});
