import { createHmac } from 'crypto';

import { equalInConstantTime } from '../../protocol/callback/crypto';

/** Who has approved so far: userId → when, in epoch ms. */
export type Approvals = ReadonlyMap<string, number>;

/** What approvals belong to: one question, and the people who may answer it. */
export interface Asked {
	readonly ticket: string;
	readonly approvers: readonly string[];
	readonly clientSecret: string;
}

/** Half of a SHA-256 in base64: a card's variable has room for 1 KB, and both buttons carry this. */
const SIGNATURE_LETTERS = 22;

const signatureOf = (text: string, { ticket, approvers, clientSecret }: Asked): string =>
	createHmac('sha256', clientSecret)
		.update(['approvals', ticket, ...approvers, text].join('\n'))
		.digest('base64url')
		.slice(0, SIGNATURE_LETTERS);

/** Approvals as the buttons of the card keep them, so that they outlive a restart: `0.t2k3x9_2.t2k41a-<signature>`, seconds. */
export function written(approvals: Approvals, asked: Asked): string {
	const text = [...approvals]
		.map(([userId, at]) => `${asked.approvers.indexOf(userId)}.${Math.floor(at / 1000).toString(36)}`)
		.join('_');
	return `${text}-${signatureOf(text, asked)}`;
}

/** What was written for this question; nothing of what anybody else wrote. */
export function readApprovals(states: readonly unknown[], asked: Asked): Approvals {
	const found = new Map<string, number>();
	for (const state of states) {
		const [, text = '', signature = ''] = /^([\w.]*)-([\w-]{22})$/.exec(typeof state === 'string' ? state : '') ?? [];
		if (text === '' || !equalInConstantTime(signatureOf(text, asked), signature)) continue;
		for (const entry of text.split('_')) {
			const [index = '', seconds = ''] = entry.split('.');
			const userId = asked.approvers[Number(index)];
			if (userId !== undefined) found.set(userId, parseInt(seconds, 36) * 1000);
		}
	}
	return found;
}
