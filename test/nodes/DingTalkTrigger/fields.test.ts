import { NodeHelpers } from 'n8n-workflow';

import { DingTalkTrigger } from '../../../nodes/DingTalkTrigger/DingTalkTrigger.node';
import { fields } from '../../../nodes/DingTalkTrigger/fields';
import chinese from '../../../nodes/DingTalkTrigger/zh-CN.json';
import { withoutChinese } from '../../../nodes/runtime/words';

const { description } = new DingTalkTrigger();

test('every word has its Chinese, and none is left over', () => {
	expect(withoutChinese(fields, chinese)).toEqual([]);
	const paths = fields.flatMap(({ name, type, options = [] }) => [
		name,
		...(type === 'collection' ? options.map((option) => `${name}.${option.name}`) : []),
	]);
	expect(Object.keys(chinese).sort()).toEqual(paths.sort());
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
