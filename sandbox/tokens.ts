import { randomBytes } from 'node:crypto';

import type { Company } from './company';
import { api, legacy } from './errors';
import type { Speech } from './speech';

type Verdict = 'valid' | 'expired' | 'unknown';

/**
 * Access tokens of the one app. Fetching again while a token is valid returns the same one and renews it; after
 * its end a new one (https://open.dingtalk.com/document/development/obtain-the-access-token-of-an-internal-app).
 */
export class Tokens {
	/** How many times a token was asked for with the right key and secret. */
	fetches = 0;

	private current?: string;
	private readonly ends = new Map<string, number>();

	constructor(
		private readonly company: Company,
		private readonly now: () => number,
		/** Seconds. */
		readonly ttl: number,
		private readonly speech: Speech,
	) {}

	/** New API. Wrong key and wrong secret get the same documented error. */
	fetch(key: unknown, secret: unknown): { accessToken: string; expireIn: number } {
		if (key !== this.company.appKey || secret !== this.company.appSecret) throw api.clientIdOrSecret();
		return { accessToken: this.issue(), expireIn: this.ttl };
	}

	/** Legacy API: it tells an unknown key from a wrong secret (40001). */
	fetchLegacy(key: unknown, secret: unknown): { access_token: string; expires_in: number } {
		if (!key) throw this.speech.noKey();
		if (key !== this.company.appKey) throw this.speech.wrongKey();
		if (secret !== this.company.appSecret) throw legacy(40001);
		return { access_token: this.issue(), expires_in: this.ttl };
	}

	verdict(token: string): Verdict {
		const end = this.ends.get(token);
		if (end === undefined) return 'unknown';
		return end > this.now() ? 'valid' : 'expired';
	}

	expireAll(): void {
		for (const token of this.ends.keys()) this.ends.set(token, 0);
	}

	private issue(): string {
		this.fetches += 1;
		if (!this.current || this.verdict(this.current) !== 'valid') this.current = randomBytes(16).toString('hex');
		this.ends.set(this.current, this.now() + this.ttl * 1000);
		return this.current;
	}
}
