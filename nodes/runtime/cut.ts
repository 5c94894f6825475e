import { MOST_EMPTY, type Cut } from '../protocol/paging';
import type { HintList } from './hintList';
import type { Hint } from './hints';

const reasons: Record<Cut['reason'], Hint> = {
	repeatedCursor: {
		en: 'DingTalk named a page that had been read before, so more calls would only repeat themselves',
		zh: '钉钉返回了已读取过的游标，继续读取只会重复',
	},
	noCursor: {
		en: 'DingTalk said that there is more, but not where it begins',
		zh: '钉钉表示还有更多，但没有返回下一页的游标',
	},
	emptyPages: {
		en: `${MOST_EMPTY} pages in a row had no entry, although DingTalk said that there is more`,
		zh: `连续 ${MOST_EMPTY} 页没有数据，而钉钉仍表示还有更多`,
	},
	maxPages: {
		en: 'that is the most that one list may take, so that it cannot use up the quota of the month (Max Pages)',
		zh: '已达到单个列表的最多页数，以免耗尽当月的接口调用额度',
	},
};

/** Tells whoever looks at the execution that a list was left before its end. */
export function tellCut(hints: Pick<HintList, 'add'>, cut: Cut | undefined): void {
	if (cut === undefined) return;
	const { en, zh } = reasons[cut.reason];
	hints.add(
		`A list was left after ${cut.pages} ${cut.pages === 1 ? 'page' : 'pages'}: ${en}. The output may be incomplete.`,
		`列表读取 ${cut.pages} 页后停止：${zh}，结果可能不完整。`,
	);
}
