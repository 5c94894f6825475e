import type { Company } from './company';
import { decrypt, encrypt, randomText, robotSign, signature } from './crypto';
import { failedEntry, httpBody } from './events';
import type { FailedEvent, PushedEvent } from './events';

export interface Registration {
	url: string;
	token: string;
	aesKey: string;
	/** Event types; absent: all. */
	tags?: string[];
	/** Who owns the encrypted text: the corpId when registered by the API, the appKey when set in the console. */
	owner: string;
}

export interface CallbackSettings {
	/** Milliseconds for an answer. DingTalk's pages say 1500 and 2500. */
	deadline: number;
	/** Milliseconds until each further try; DingTalk: 10 s, then 30 s. */
	retryAfter: number[];
}

/** How a push ended: `success`, or why it counts as failed. */
export type PushResult = 'success' | 'unreachable' | 'wrong answer';

/** One push as it went out, for the reader of a test. */
export interface SentCallback {
	at: number;
	url: string;
	eventType: string;
	eventId?: string;
	attempt: number;
	status?: number;
	result: PushResult;
}

interface Answer {
	msg_signature?: string;
	timeStamp?: string;
	nonce?: string;
	encrypt?: string;
}

/** Sends events over HTTP, encrypted as DingTalk does, and wants the encrypted `success` back. */
export class CallbackSender {
	registration?: Registration;
	/** Where robot messages go in HTTP mode. */
	robotUrl?: string;
	readonly sent: SentCallback[] = [];

	private readonly timers = new Set<NodeJS.Timeout>();

	constructor(
		private readonly company: Company,
		private readonly failed: FailedEvent[],
		private readonly now: () => number,
		private readonly settings: CallbackSettings,
	) {}

	wants(eventType: string): boolean {
		const { registration } = this;
		return registration !== undefined && (registration.tags?.includes(eventType) ?? true);
	}

	/** Tries now and, when that fails, later again; in the end the event goes to the failed list. */
	async deliver(event: PushedEvent, attempt = 1): Promise<void> {
		const { registration } = this;
		if (!registration) return;
		const result = await this.post(registration, httpBody(event), attempt);
		if (result === 'success') return;
		const wait = this.settings.retryAfter[attempt - 1];
		if (wait === undefined) {
			this.failed.push(failedEntry(event));
			return;
		}
		const timer = setTimeout(() => {
			this.timers.delete(timer);
			void this.deliver(event, attempt + 1);
		}, wait);
		this.timers.add(timer.unref());
	}

	/** The test a new URL has to pass. */
	async verify(registration: Registration): Promise<PushResult> {
		return await this.post(registration, { EventType: 'check_url' }, 1);
	}

	/** A robot message in HTTP mode; the answer may itself be a message. */
	async robotMessage(message: object): Promise<Record<string, unknown> | undefined> {
		const timestamp = String(this.now());
		const headers = {
			'content-type': 'application/json',
			timestamp,
			sign: robotSign(this.company.appSecret, timestamp),
		};
		const response = await this.fetch(this.robotUrl ?? '', headers, JSON.stringify(message));
		if (!response?.ok) return undefined;
		const text = await response.text();
		return text.startsWith('{') ? (JSON.parse(text) as Record<string, unknown>) : undefined;
	}

	close(): void {
		for (const timer of this.timers) clearTimeout(timer);
	}

	private async fetch(url: string, headers: Record<string, string>, body: string): Promise<Response | undefined> {
		const signal = AbortSignal.timeout(this.settings.deadline);
		return await fetch(url, { method: 'POST', redirect: 'manual', headers, body, signal }).catch(() => undefined);
	}

	private async post(registration: Registration, plain: Record<string, unknown>, attempt: number): Promise<PushResult> {
		const { url, token, aesKey, owner } = registration;
		const encrypted = encrypt(aesKey, owner, JSON.stringify(plain));
		const timestamp = String(this.now());
		const nonce = randomText(8);
		const sign = signature(token, timestamp, nonce, encrypted);
		// Older pages name the parameter `signature`, the current one `msg_signature`: both are sent.
		const query = new URLSearchParams({ signature: sign, msg_signature: sign, timestamp, nonce });
		const target = `${url}${url.includes('?') ? '&' : '?'}${query.toString()}`;
		const response = await this.fetch(
			target,
			{ 'content-type': 'application/json' },
			JSON.stringify({ encrypt: encrypted }),
		);
		const result = response ? await this.judge(response, registration) : 'unreachable';
		const eventId = typeof plain.eventId === 'string' ? { eventId: plain.eventId } : {};
		const entry = {
			at: this.now(),
			url,
			eventType: String(plain.EventType),
			...eventId,
			attempt,
			status: response?.status,
			result,
		};
		this.sent.push(entry);
		return result;
	}

	private async judge(response: Response, { token, aesKey, owner }: Registration): Promise<PushResult> {
		if (response.status !== 200) return 'unreachable';
		const text = await response.text().catch(() => '');
		try {
			const { msg_signature, timeStamp, nonce, encrypt: encrypted } = JSON.parse(text) as Answer;
			if (!msg_signature || !timeStamp || !nonce || !encrypted) return 'wrong answer';
			const plain = decrypt(aesKey, encrypted);
			const right =
				msg_signature === signature(token, timeStamp, nonce, encrypted) &&
				plain.message === 'success' &&
				plain.owner === owner;
			return right ? 'success' : 'wrong answer';
		} catch {
			return 'wrong answer';
		}
	}
}
