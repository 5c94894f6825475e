import { decrypt, encryptedAnswer, isAesKey, verify } from './crypto';
import type { CallbackKeys, EncryptedAnswer } from './crypto';
import { type PushedEvent, eventsOf, isCheck } from './event';
import type { ReplayMemory } from './replay';
import { type IncomingCall, type JsonObject, type Refusal } from './request';
import { DEFAULT_WINDOW, isTimely, parseObject, readBody, refuse, textOf } from './request';
import { readCardCall, readRobotCall } from './plain';

/** What an app's callback URL needs to tell DingTalk's calls from anybody else's. */
export interface CallbackConfig {
	/** For event pushes; without them every push is refused. */
	readonly keys?: CallbackKeys;
	/** The client secret, which signs robot messages. */
	readonly appSecret?: string;
	/** The `apiSecret`s a card callback URL may have been registered with. */
	readonly cardSecrets?: readonly string[];
	/** When given, calls that name another organisation are refused. */
	readonly corpId?: string;
	/** How far a call's timestamp may be from now, in milliseconds. */
	readonly window?: number;
}

export interface CallbackPorts {
	/** Epoch milliseconds. */
	now(): number;
	readonly memory: ReplayMemory;
}

/** `replayKey`: give it to `memory.forget` when the call could not be handed over after all. */
export type Received =
	| Refusal
	| { readonly kind: 'check'; readonly answer: EncryptedAnswer }
	| {
			readonly kind: 'events';
			readonly events: readonly PushedEvent[];
			readonly answer: EncryptedAnswer;
			readonly replayKey: string;
	  }
	| { readonly kind: 'robot'; readonly message: JsonObject; readonly replayKey: string }
	| { readonly kind: 'card'; readonly callback: JsonObject; readonly replayKey: string };

/**
 * Reads a call to an app's callback URL: an event push (signed in the query, encrypted), a robot
 * message (header `sign`) or a card callback (header `x-ddpaas-signature`). Never throws for what
 * came in; whatever is not surely DingTalk's is refused.
 */
export function readCallback(call: IncomingCall, config: CallbackConfig, ports: CallbackPorts): Received {
	const body = readBody(call);
	if ('refusal' in body) return body.refusal;
	const { json } = body;
	const window = config.window ?? DEFAULT_WINDOW;

	if (typeof json.encrypt === 'string') return readPush(call, json.encrypt, config, ports, window);
	const read = call.headers['x-ddpaas-signature'] === undefined ? readRobotCall : readCardCall;
	return read(call, json, config, ports, window);
}

/** https://open.dingtalk.com/document/development/http-callback-overview */
function readPush(
	{ query }: IncomingCall,
	encrypt: string,
	{ keys, corpId }: CallbackConfig,
	{ now, memory }: CallbackPorts,
	window: number,
): Received {
	if (!keys?.token || !isAesKey(keys.aesKey)) {
		return refuse(403, 'event push, but the credential has no callback token and AES key');
	}
	// Older pages name the parameter `signature`, the current one `msg_signature`.
	const signature = textOf(query.msg_signature) || textOf(query.signature);
	const timestamp = textOf(query.timestamp);
	const nonce = textOf(query.nonce);
	if (signature === '') return refuse(401, 'event push without a signature');
	if (!verify(keys.token, { signature, timestamp, nonce, encrypt })) {
		return refuse(401, 'event push with a wrong signature');
	}
	if (!isTimely(timestamp, now(), window)) return refuse(401, 'event push with an old timestamp');

	const opened = decrypt(keys, encrypt);
	if (!opened.ok) {
		return opened.reason === 'wrong owner'
			? refuse(403, 'event push for another app')
			: refuse(400, 'event push that the AES key does not open');
	}
	const push = parseObject(opened.message);
	if (!push) return refuse(400, 'event push that holds no JSON object');
	const events = eventsOf(push, now());
	if (events.length === 0) return refuse(400, 'event push without an event type');
	const isOurs = (event: PushedEvent) => !corpId || event.corpId === '' || event.corpId === corpId;
	if (!isCheck(push) && !events.every(isOurs)) {
		return refuse(403, 'event push of another organisation');
	}
	if (!memory.take(signature, now())) return refuse(409, 'event push that came before');

	const answer = encryptedAnswer(keys, opened.owner, now());
	if (isCheck(push)) return { kind: 'check', answer };
	return { kind: 'events', events, answer, replayKey: signature };
}
