import { sleep } from 'n8n-workflow';
import { cancelled } from '../protocol/cancel';

/**
 * Longest sleep at a time. n8n's sleep takes a signal only in newer versions, a timer holds no more than 24 days, and one that
 * was called off must not live on: so a long wait is made of short ones.
 */
const SLICE_MS = 500;

/** Waits so many milliseconds. Throws within half a second of the signal's abort. */
export async function pause(ms: number, signal?: AbortSignal): Promise<void> {
	for (let left = ms; left > 0; left -= SLICE_MS) {
		if (signal?.aborted) throw cancelled();
		await sleep(Math.min(left, SLICE_MS));
	}
	if (signal?.aborted) throw cancelled();
}
