/** What a person sees of the node. */
import { SEND_AND_WAIT_OPERATION } from 'n8n-workflow';
import { describeNode } from '../../../nodes/DingTalkSendAndWait/form';
import { nodeIn } from '../../../scripts/nodes';

const { description, methods } = nodeIn('DingTalkSendAndWait');

test('everything has its Chinese', () => {
	expect(describeNode().missing).toEqual([]);
});

test('n8n knows it as a node that waits for a person, and makes a tool of it that asks for an agent', () => {
	expect(description.webhooks?.map(({ httpMethod, restartWebhook }) => [httpMethod, restartWebhook])).toEqual([
		['GET', true],
		['POST', true],
	]);
	const operation = description.properties.find(({ name }) => name === 'operation');
	expect(operation).toMatchObject({ default: SEND_AND_WAIT_OPERATION, options: [{ value: SEND_AND_WAIT_OPERATION }] });
	const names = description.properties.map(({ name }) => name);
	expect(names).toEqual(expect.arrayContaining(['message', 'responseType', 'approvalOptions', 'options']));
	expect(new Set(names).size).toBe(names.length);
});

test('every list of the form has its method', () => {
	const wanted = JSON.stringify(description.properties).matchAll(/"searchListMethod":"(\w+)"/g);
	for (const [, name] of wanted) expect(Object.keys(methods?.listSearch ?? {})).toContain(name);
});

test('its description is small: n8n copies it for the tool', () => {
	expect(JSON.stringify(description).length).toBeLessThan(25_000);
});
