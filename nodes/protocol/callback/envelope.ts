import { decrypt, encryptedAnswer, isAesKey, verify } from './crypto';
import { eventsOf, hasTextualOrganisation, isCheck, isSync } from './event';
import { readCardCall, readRobotCall } from './plain';
import type { PushedEvent } from './pushedEvent';
import type { CallbackConfig, CallbackPorts, Received } from './received';
import { DEFAULT_WINDOW, type IncomingCall, isTimely, parseObject, readBody, refuse, textOf } from './request';

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
	// A third-party app has one key for all its organisations: only a row that names its own is known to be ours.
	const namesNone = (event: PushedEvent) => event.corpId === '' && (!isSync(push) || opened.owner === corpId);
	const isOurs = (event: PushedEvent) => !corpId || event.corpId === corpId || namesNone(event);
	const ours = events.filter(isOurs);
	// Rows of several organisations come in one push: those of others are left out.
	const isForeign = ours.length === 0 || (!isSync(push) && ours.length < events.length);
	if (!isCheck(push) && (!hasTextualOrganisation(push) || isForeign)) {
		return refuse(403, 'event push of another organisation');
	}
	if (!memory.take(signature, now())) return refuse(409, 'event push that came before');

	const answer = encryptedAnswer(keys, opened.owner, now());
	if (isCheck(push)) return { kind: 'check', answer };
	return { kind: 'events', events: ours, answer, replayKey: signature };
}
