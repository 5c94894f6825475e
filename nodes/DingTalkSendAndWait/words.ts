/** What people in DingTalk read: buttons and pages, in their language and not in that of the build. */
export type Language = 'en' | 'zh';

const words = {
	approve: { en: 'Approve', zh: '同意' },
	decline: { en: 'Decline', zh: '拒绝' },
	respond: { en: 'Respond', zh: '去回复' },
	submit: { en: 'Submit', zh: '提交' },
	subject: { en: 'Your response is needed', zh: '需要您的回复' },
	yourName: { en: 'Your name', zh: '您的姓名' },
	yourText: { en: 'Your response', zh: '您的回复' },
	nothingDecided: {
		en: 'Nothing is decided yet. Press a button.',
		zh: '尚未提交，请点击按钮确认。',
	},
	recorded: { en: 'Thank you, your response has been recorded', zh: '已收到您的回复，谢谢' },
	close: { en: 'You can close this page.', zh: '可以关闭此页面。' },
	refused: { en: 'This cannot be accepted', zh: '无法接受' },
	missing: { en: 'Please fill in: ', zh: '请填写：' },
	wrong: { en: 'Please check: ', zh: '请检查：' },
	tooLong: { en: 'Please write at most 10,000 characters.', zh: '最多 10,000 个字符。' },
	problem: {
		en: 'Something went wrong in n8n; nothing was recorded. Please try again later.',
		zh: 'n8n 出现问题，未记录您的回复，请稍后再试。',
	},
	notHere: { en: 'This question is answered by the buttons in DingTalk.', zh: '请在钉钉卡片中点击按钮回复。' },
	approved: { en: 'Approved by ', zh: '已同意：' },
	declined: { en: 'Declined by ', zh: '已拒绝：' },
	someApproved: { en: 'Approved so far: ', zh: '已有人同意：' },
	stranger: { en: 'This question is for other people.', zh: '您不在可回复人员之列。' },
	twice: { en: 'You have answered already.', zh: '您已回复过。' },
	notOffered: { en: 'This card has no such button.', zh: '卡片没有这个按钮。' },
	over: { en: 'This question is no longer open.', zh: '该问题已结束。' },
	tooLate: { en: 'Too late: the time to answer is over.', zh: '已超过回复时限。' },
	answered: { en: 'Somebody else has just answered.', zh: '已有人先回复。' },
	noChoice: { en: 'Please press one of the buttons.', zh: '请点击其中一个按钮。' },
} as const;

export const wordsIn = (language: Language) => (name: keyof typeof words) => words[name][language];
export type Say = ReturnType<typeof wordsIn>;

/** What is set in the node, else the first of the two that the browser names, else Chinese. */
export function languageOf(chosen: unknown, accepted: unknown): Language {
	if (chosen === 'en' || chosen === 'zh') return chosen;
	const first = /\b(en|zh)\b/i.exec(typeof accepted === 'string' ? accepted : '');
	return first?.[1]?.toLowerCase() === 'en' ? 'en' : 'zh';
}
