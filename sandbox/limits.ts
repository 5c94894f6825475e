import type { Speech } from './speech';

export interface Limits {
	/** Calls in any second, per app and API: 20 in the standard edition, 60 with a purchase pack. */
	perSecond: number;
	/** Messages in any minute, per custom robot. */
	robotPerMinute: number;
	/** How long a custom robot that sent more is silent. */
	robotBlockMs: number;
}

/** https://open.dingtalk.com/document/development/how-to-process-api-throttling-on-the-dingtalk-server, custom-robots-send-group-messages */
export const DINGTALK_LIMITS: Limits = { perSecond: 20, robotPerMinute: 20, robotBlockMs: 600_000 };

/** Counts what happened in the last `span` milliseconds, per key; what was refused does not count. */
class Window {
	private readonly times = new Map<string, number[]>();

	constructor(
		private readonly span: number,
		private readonly most: number,
	) {}

	admits(key: string, now: number): boolean {
		const recent = (this.times.get(key) ?? []).filter((at) => at > now - this.span);
		const admitted = recent.length < this.most;
		if (admitted) recent.push(now);
		this.times.set(key, recent);
		return admitted;
	}
}

export class Pace {
	private readonly calls: Window;
	private readonly robots: Window;
	private readonly blocked = new Map<string, number>();

	constructor(
		private readonly limits: Limits,
		private readonly now: () => number,
		private readonly speech: Speech,
	) {
		this.calls = new Window(1000, limits.perSecond);
		this.robots = new Window(60_000, limits.robotPerMinute);
	}

	/** Whether the app may call this API now. */
	admitsCall(operation: string): boolean {
		return this.calls.admits(operation, this.now());
	}

	/** @throws when the robot has spoken too often */
	robot(token: string): void {
		const now = this.now();
		if ((this.blocked.get(token) ?? 0) > now) throw this.speech.tooManyMessages();
		if (this.robots.admits(token, now)) return;
		this.blocked.set(token, now + this.limits.robotBlockMs);
		throw this.speech.tooManyMessages();
	}
}
