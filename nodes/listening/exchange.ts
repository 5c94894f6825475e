import { createHmac } from 'crypto';

import { equalInConstantTime } from '../protocol/callback/crypto';
import { isObject, readJson, writeJson } from '../protocol/json';

/*
 * What the process that holds the connection and the node that waits say to each other, over HTTP and signed with the app's
 * client secret, so that nobody else can say who clicked.
 */

/** A click on a card that carries a ticket. */
export interface Click {
	readonly outTrackId: string;
	/** Who clicked, as DingTalk says. */
	readonly userId: string;
	readonly actionIds: readonly string[];
	readonly params: Readonly<Record<string, unknown>>;
}

/** A click on its way to the node, with what earlier clicks left. */
export interface SentClick extends Click {
	readonly state?: string;
}

/** What becomes of a click. */
export interface Outcome {
	/** Whether the workflow goes on: what is shown then holds for everybody who clicks later. */
	readonly decided: boolean;
	/** Variables of the card for everybody, and for the person who clicked. */
	readonly cardData?: Readonly<Record<string, string>>;
	readonly privateData?: Readonly<Record<string, string>>;
	/** What the next click is to bring along. */
	readonly state?: string;
}

export const SIGNATURE_HEADER = 'x-dingtalk-suite-signature';

const hmac = (secret: string, body: string): string =>
	createHmac('sha256', secret).update(`click\n${body}`).digest('hex');

/** A click as it is sent. */
export function sealed(click: SentClick, secret: string): { body: string; headers: Record<string, string> } {
	const body = writeJson(click);
	return { body, headers: { 'content-type': 'application/json', [SIGNATURE_HEADER]: hmac(secret, body) } };
}

const textsOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

/** A click that was signed by somebody who has the secret; undefined for anything else. */
export function opened(body: string, signature: unknown, secret: string): SentClick | undefined {
	if (secret === '' || typeof signature !== 'string') return undefined;
	if (!equalInConstantTime(hmac(secret, body), signature)) return undefined;
	const { outTrackId, userId, actionIds, params, state } = objectOf(body) ?? {};
	if (typeof outTrackId !== 'string' || typeof userId !== 'string') return undefined;
	return {
		outTrackId,
		userId,
		actionIds: textsOf(actionIds),
		params: isObject(params) ? params : {},
		...(typeof state === 'string' && { state }),
	};
}

function objectOf(text: string): Record<string, unknown> | undefined {
	try {
		const value = readJson(text);
		return isObject(value) ? value : undefined;
	} catch {
		return undefined;
	}
}

function wordsOf(value: unknown): Record<string, string> | undefined {
	if (!isObject(value)) return undefined;
	return Object.fromEntries(Object.entries(value).map(([name, text]) => [name, String(text)]));
}

/** What the node answered; undefined for what is no answer of the node: a page of n8n, or of another server. */
export function outcomeIn(answer: unknown): Outcome | undefined {
	const value = typeof answer === 'string' ? objectOf(answer) : answer;
	if (!isObject(value) || typeof value.decided !== 'boolean') return undefined;
	const { decided, state } = value;
	const [cardData, privateData] = [wordsOf(value.cardData), wordsOf(value.privateData)];
	return {
		decided,
		...(cardData && { cardData }),
		...(privateData && { privateData }),
		...(typeof state === 'string' && { state }),
	};
}

/** A click's outcome as DingTalk takes it. https://open.dingtalk.com/document/development/event-callback-card */
export const cardAnswer = ({ cardData, privateData }: Outcome) => ({
	...(cardData && { cardData: { cardParamMap: cardData } }),
	...(privateData && { userPrivateData: { cardParamMap: privateData } }),
	...((cardData ?? privateData) && { cardUpdateOptions: { updateCardDataByKey: true, updatePrivateDataByKey: true } }),
});
