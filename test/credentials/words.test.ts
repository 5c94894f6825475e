import { DingTalkApi } from '../../credentials/DingTalkApi.credentials';
import { DingTalkRobotApi } from '../../credentials/DingTalkRobotApi.credentials';
import chinese from '../../credentials/zh-CN.json';
import { credentialFields } from '../../nodes/runtime/kinds';
import { weaveFields, withoutChinese } from '../../nodes/runtime/words';

const types = [new DingTalkApi(), new DingTalkRobotApi()];

test('every word has its Chinese, and none is left over', () => {
	for (const { name, properties } of types) {
		expect(withoutChinese(properties, chinese[name as keyof typeof chinese])).toEqual([]);
		const seen = properties.filter(({ type }) => type !== 'hidden').map((property) => property.name);
		expect(Object.keys(chinese[name as keyof typeof chinese]).sort()).toEqual(seen.sort());
	}
});

test('every tooltip says it in both languages, and names the field in Chinese', () => {
	for (const { name, type, description = '' } of types.flatMap(({ properties }) => properties)) {
		if (type !== 'hidden' && type !== 'notice')
			expect([name, description]).toEqual([name, expect.stringMatching(/^[ -~→’]+<br>[^<]*[\u4e00-\u9fff]/)]);
	}
});

test('in the Chinese build labels are Chinese and tooltips name the field in English', () => {
	const fields = [
		{
			displayName: 'Secret',
			name: 'secret',
			type: 'string' as const,
			default: '',
			placeholder: 'SEC…',
			description: 'When signed',
		},
		{ displayName: 'Other hosts', name: 'advanced', type: 'notice' as const, default: '' },
	];
	const words = {
		secret: { displayName: '加签密钥', description: '加签时填写' },
		advanced: { displayName: '其他主机' },
	};
	expect(weaveFields(fields, words, 'zh-CN')).toMatchObject([
		{ displayName: '加签密钥', placeholder: 'SEC…', description: '加签时填写<br>Secret: When signed' },
		{ displayName: '<ul><li>其他主机</li><li>Other hosts</li></ul>' },
	]);
	expect(weaveFields(fields, words, 'both')).toMatchObject([
		{ displayName: 'Secret', description: 'When signed<br>加签密钥：加签时填写' },
		{ displayName: '<ul><li>Other hosts</li><li>其他主机</li></ul>' },
	]);
});

test('the sentence about a missing value calls the fields of the credential as its form does', () => {
	const [app] = types;
	const withoutBrackets = (label = '') => label.replace(/\s*[(（].*$/, '');
	for (const [name, { en, zh }] of Object.entries(credentialFields)) {
		const english = app?.properties.find((property) => property.name === name)?.displayName;
		const words = chinese.dingTalkApi[name as keyof typeof chinese.dingTalkApi];
		expect({ name, en, zh }).toEqual({
			name,
			en: withoutBrackets(english),
			zh: withoutBrackets(words.displayName),
		});
	}
});
