import { DingTalkAiCard } from '../../../nodes/DingTalkAiCard/DingTalkAiCard.node';
import { fields } from '../../../nodes/DingTalkAiCard/form';
import { describeForm } from '../../../nodes/runtime/form';

test.each(['en', 'zh-CN', 'both'] as const)('every word of the form has its Chinese (%s)', (build) => {
	expect(describeForm(fields, build).missing).toEqual([]);
});

test('the form is small, its lists are there, and it is no tool', () => {
	const { description, methods } = new DingTalkAiCard();
	expect(JSON.stringify(description).length).toBeLessThan(12_000);
	expect(Object.keys(methods?.listSearch ?? {})).toEqual(
		expect.arrayContaining(['searchUsers', 'openConversationIdList']),
	);
	expect(Object.keys(methods?.credentialTest ?? {})).toContain('testDingTalkApi');
	expect(description.usableAsTool).toBeUndefined();
});
