import type { Room } from './each';

/** Items that may be in hand here: read, waiting for their turn, for a token or for a retry, sending or receiving a file. */
const IN_HAND = 10;
/** Items that may be under way at all: enough for 60 calls a second that take eight seconds each, and no load for the memory. */
const MOST = 500;

/**
 * Room for items that follows the pace: whenever a call goes out, the next item is taken in hand, so that one is always ready for
 * the next turn. So DingTalk's limit is used up whatever a call takes, and ten thousand items do not stand in the memory at once.
 */
export class Flow implements Room {
	private calls = 0;
	private tell = () => {};

	/** A call went out (1) or its answer is there (-1). */
	readonly underWay = (change: 1 | -1): void => {
		this.calls += change;
		if (change === 1) this.tell();
	};

	more = (items: number): boolean => items - this.calls < IN_HAND && Math.max(items, this.calls) < MOST;

	onMore = (tell: () => void): void => {
		this.tell = tell;
	};
}
