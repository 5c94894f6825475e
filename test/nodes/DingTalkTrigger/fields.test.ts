import { NodeHelpers } from 'n8n-workflow';

import { DingTalkTrigger } from '../../../nodes/DingTalkTrigger/DingTalkTrigger.node';
import { fields } from '../../../nodes/DingTalkTrigger/fields';
import { describeForm } from '../../../nodes/runtime/form';

const { description } = new DingTalkTrigger();

test('every word has its Chinese', () => {
	expect(describeForm(fields).missing).toEqual([]);
});

test('options of the other connection are hidden, and so not read', () => {
	const read = (connection: string) => {
		const given = { connection, options: { replaceUrl: true, acknowledge: 'received' } };
		return NodeHelpers.getNodeParameters(description.properties, given, false, false, { typeVersion: 1 }, description)
			?.options;
	};
	expect(read('stream')).toEqual({ acknowledge: 'received' });
	expect(read('webhook')).toEqual({ replaceUrl: true });
});

test('the description is small', () => {
	expect(JSON.stringify(description).length).toBeLessThan(15_000);
});
