import type { IHttpRequestOptions } from 'n8n-workflow';

import type { Clock } from '../protocol/stream/ports';
import { type Click, type Outcome, outcomeIn, sealed } from './exchange';
import type { HttpRequest } from './gatewayPost';
import { type Ticket, addressOf } from './ticket';

/** What takes a click from this process to the execution that waits for it. */
export interface Road {
	/** Beginnings of the addresses at which n8n may be reached from here, the likeliest first. */
	readonly bases: readonly string[];
	/** Host of n8n's public address, which n8n 1 signs along with the rest. */
	readonly host?: string;
	readonly httpRequest: HttpRequest;
	/** Signs what is sent. */
	readonly clientSecret: string;
	readonly clock: Clock;
}

/** n8n may take so long to answer; the card itself has been answered before. */
const TIMEOUT = 20_000;

/** While the question is just being stored n8n is not ready for an answer: so often, and so many ms apart, it is asked again. */
const TRIES = 6;
const BETWEEN = 200;

const note = (text: string): Outcome => ({ decided: false, privateData: { note: text } });

/** What the person who clicked reads where the node itself could not say anything. The language is not known here. */
const ENDED: Outcome = {
	decided: false,
	cardData: { hasAction: 'false' },
	privateData: { note: '该问题已结束 This question is no longer open' },
};
const BUSY = note(
	'问题可能已结束；如按钮仍在，请稍后再点一次 The question may be over; if the buttons stay, please click again in a moment',
);
const UNREACHABLE = note('暂时无法连接 n8n，请稍后再点一次 n8n cannot be reached, please click again later');
const FORGED: Outcome = { decided: false };

/**
 * n8n's word for an execution that is not waiting. Its sentence tells the one that is running, which may be about to wait, from
 * the one that has failed or ended since. https://github.com/n8n-io/n8n/blob/master/packages/cli/src/webhooks/waiting-webhooks.ts
 */
const CONFLICT = 409;
const isRunning = (answer: Awaited<ReturnType<typeof post>>): boolean =>
	answer?.statusCode === CONFLICT && String(answer.body).includes('is running');

async function post(url: string, { body, headers }: ReturnType<typeof sealed>, { httpRequest }: Road, host?: string) {
	const options: IHttpRequestOptions = {
		method: 'POST',
		url,
		body,
		headers: { ...headers, ...(host !== undefined && { Host: host }) },
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		disableFollowRedirect: true,
		timeout: TIMEOUT,
		encoding: 'text',
	};
	return await httpRequest(options).catch(() => undefined);
}

/** What the answer of n8n means: of the node, or where it is none of the node, of n8n itself. */
function meaning({ statusCode, body }: { statusCode: number; body: unknown }): Outcome | undefined {
	const said = outcomeIn(body);
	if (said) return said;
	// n8n answers with a page of its own once the execution has ended.
	if (statusCode === 200 || statusCode === 404 || statusCode === CONFLICT) return ENDED;
	return statusCode === 401 ? FORGED : undefined;
}

/**
 * n8n 1 takes an address for forged that is called by another host than the one it has signed. It is asked as its public address
 * then; not at once, for what stands before n8n may know it by the host alone.
 */
async function ask(url: string, sent: ReturnType<typeof sealed>, road: Road) {
	const answer = await post(url, sent, road);
	const { host } = road;
	const isOther = answer?.statusCode === 401 && host !== undefined && new URL(url).host !== host;
	return isOther && !outcomeIn(answer.body) ? await post(url, sent, road, host) : answer;
}

const pause = async (clock: Clock): Promise<void> =>
	await new Promise((resolve) => void clock.after(BETWEEN, () => resolve()));

/** Brings a click to its execution. Never rejects: what cannot be done is told to the person who clicked. */
export async function bring(click: Click & { state?: string }, ticket: Ticket, road: Road): Promise<Outcome> {
	const sent = sealed(click, road.clientSecret);
	let found: Outcome | undefined;
	for (const base of road.bases) {
		let answer = await ask(addressOf(ticket, base), sent, road);
		for (let again = 1; isRunning(answer) && again < TRIES; again++) {
			await pause(road.clock);
			answer = await ask(addressOf(ticket, base), sent, road);
		}
		if (isRunning(answer)) return BUSY;
		const meant = answer && meaning(answer);
		if (meant && outcomeIn(answer?.body)) return meant;
		// Something else than n8n may listen there; the first that said something is believed if no other does better.
		found ??= meant;
	}
	return found ?? UNREACHABLE;
}
