import type { Row } from '../../nodes/catalog/types';

/** What an operation does, in the words that its name may begin with. */
const SURE =
	`abandon activate add adjust align allow append apply approve archive ask assign audit authorize autofit begin bind buy
calculate cancel change clean clear clone close collect commit complete configure confirm consult consume convert create cut
deactivate debug decode deduct delete deliver deploy describe dial disable disband dismiss dissolve distribute edit enable
exchange execute expire export extract find finish focus forecast forward freeze generate get grant hand import initialize insert
install invalidate invite invoke join kick learn list lock logout match merge migrate modify move mute notify operate override overwrite
pay pin place prepare prevent preview provide publish pull push query reauthorize rebuild recall recognize recommend redeem
redirect reduce refresh refund register relearn remove rename renew replay reply repush resell resend respond restore resubmit retain
retract return reverse revert review revoke roll rollback save schedule search send separate set show sort stop stream submit
subscribe suggest sync take terminate track transform translate trigger unalign unbind uninstall unlock unmark unpin unsign
unsubscribe update upgrade upload urge validate verify wear write undo`.split(/\s+/);
/** Verbs that are nouns as well: they count where they come first and no sure one follows, or where there is no other. */
const UNSURE =
	`book check copy count end handover issue link manage mark open post read release report request run share
sign start transfer`.split(/\s+/);

/** Every verb, as names have them. */
export const VERBS = new Set([...SURE, ...UNSURE]);
const sure = new Set(SURE);

/** The forms in which the SDK writes some of them. */
const FORMS: Record<string, string> = {
	active: 'activate',
	bound: 'bind',
	binding: 'bind',
	creat: 'create',
	deduction: 'deduct',
	del: 'delete',
	gen: 'generate',
	init: 'initialize',
	invalid: 'invalidate',
	is: 'check',
	judge: 'check',
	purchase: 'buy',
};

/** The same, but nouns where they come first. */
const NOUN_FORMS: Record<string, string> = {
	callback: 'notify',
	inquiry: 'query',
	matching: 'match',
	notice: 'notify',
};

/** First characters of what a Chinese title says is done. */
const CHINESE: Array<[RegExp, string]> = [
	[/删除|移除/, 'delete'],
	[/新增|添加|增加/, 'add'],
	[/创建/, 'create'],
	[/更新|修改|变更|编辑/, 'update'],
	[/查询|获取|列表|统计|概览|详情/, 'get'],
	[/生成/, 'generate'],
	[/同步/, 'sync'],
	[/推送/, 'push'],
	[/发送|群发|发消息/, 'send'],
	[/通知|回调/, 'notify'],
	[/管理/, 'manage'],
	[/检查|检测|判断|校验/, 'check'],
	[/推荐/, 'recommend'],
	[/执行/, 'execute'],
	[/识别/, 'recognize'],
	[/写入/, 'write'],
	[/禁言/, 'mute'],
	[/审核/, 'audit'],
	[/转发/, 'forward'],
	[/开通/, 'open'],
	[/上报/, 'report'],
	[/已读/, 'read'],
];
const METHODS: Partial<Record<Row['method'], string>> = {
	GET: 'get',
	DELETE: 'delete',
	PUT: 'update',
	PATCH: 'update',
};

/** What is known of the operation besides its action. */
export type Known = Pick<Row, 'method' | 'path' | 'zh'>;

const formOf = (word: string, first = false) => FORMS[word] ?? (first ? word : (NOUN_FORMS[word] ?? word));
const verbOf = (word = '', first = false) => {
	const verb = formOf(word, first);
	return VERBS.has(verb) ? verb : undefined;
};
const split = (text: string) =>
	text
		.replace(/([a-z])([A-Z])/g, '$1 $2')
		.toLowerCase()
		.split(' ');

/** What the title or the address says that is done. */
function told({ method, path, zh }: Known): string {
	const [found] = CHINESE.map(([pattern, verb]) => ({ verb, at: zh.search(pattern) }))
		.filter(({ at }) => at >= 0)
		.sort((a, b) => a.at - b.at);
	const last = path.split('/').filter((part) => part !== '' && !part.startsWith('{'));
	return verbOf(split(last.pop() ?? '')[0]) ?? found?.verb ?? METHODS[method] ?? 'call';
}

/** Where the verb stands: at the end, or the first of the sure ones; of the others the one in the address. `list` is rather a noun. */
function placeOf(words: string[], path: string): number {
	const end = words.length - 1;
	if (words[end] !== 'list' && verbOf(words[end])) return end;
	const certain = words.findIndex((word) => word !== 'list' && sure.has(formOf(word)));
	if (certain >= 0) return certain;
	if (words.includes('list')) return words.indexOf('list');
	return words.findIndex((word) => verbOf(word) && split(path.split('/').pop() ?? '').includes(word));
}

const same = (a: string) => (b: string) => a.replace(/s$/, '') === b.replace(/s$/, '');

/** What is done it to: what stands before the verb says nothing where it is said again behind it (`course finish course`). */
function nouns(before: string[], behind: string[]): string[] {
	const until = behind.includes('by') ? behind.slice(0, behind.indexOf('by')) : behind;
	if (before[0] !== undefined && until.some(same(before[0]))) return behind;
	return [...before.filter((word) => !until.some(same(word))), ...behind];
}

/** Whether "batch" at this place says how it is done, and not to what. */
const isManner = (words: string[], at: number) =>
	words[at] === 'batch' &&
	words[at - 1] !== 'in' &&
	(at === 0 || at === words.length - 1 || verbOf(words[at + 1]) !== undefined);

/** Prefixes of the SDK that say nothing about the operation. */
const EMPTY = new Set(['page', 'pages', 'unique']);

/**
 * The words of an action with what it does first: `cardGetCard` → get card, `hrmMailSend` → send hrm mail,
 * `batchQueryUser` → query user in batch. Words are in lower case.
 */
export function verbFirst(action: string[], known: Known): string[] {
	const early = action[0] === 'pre' && action.length > 1;
	const paged = action[0] === 'page' || action[0] === 'pages';
	const manner = action.findIndex((_, at) =>
		at > 0 && verbOf(action[0], true) && action[at + 1] ? false : isManner(action, at),
	);
	const words = action.filter((word, at) => at !== manner && !(at === 0 && (early || EMPTY.has(word))));
	const behind = [
		...(manner >= 0 ? ['in', 'batch'] : []),
		...(early ? ['in', 'advance'] : []),
		...(paged ? ['by', 'page'] : []),
	];
	const [first = '', ...rest] = words;
	if (first === 'un' || first === 're') return [`${first}${rest[0]}`, ...rest.slice(1), ...behind];
	const verb = verbOf(first, true);
	if (verb && (sure.has(verb) || !rest.some((word) => sure.has(formOf(word))))) return [verb, ...rest, ...behind];
	const at = placeOf(words, known.path);
	if (at < 0) return [told(known), ...words, ...behind];
	return [verbOf(words[at]) ?? told(known), ...nouns(words.slice(0, at), words.slice(at + 1)), ...behind];
}
