import { createHash } from 'node:crypto';

import { cardSign, robotSign } from '../signs';
import { equalInConstantTime } from './crypto';
import type { CallbackConfig, CallbackPorts, Received } from './received';
import { type IncomingCall, type JsonObject, isTimely, organisationOf, refuse, textOf } from './request';

/*
 * Calls whose body is not encrypted. Their signature covers the timestamp only, so a replay is told
 * by signature and body together: several messages of one millisecond carry the same signature.
 */
const replayKey = (signature: string, { body }: IncomingCall): string =>
	`${signature} ${createHash('sha256').update(body).digest('base64')}`;

/** https://open.dingtalk.com/document/development/receive-message */
export function readRobotCall(
	call: IncomingCall,
	message: JsonObject,
	{ appSecret, corpId }: CallbackConfig,
	{ now, memory }: CallbackPorts,
	window: number,
): Received {
	const sign = textOf(call.headers.sign);
	const timestamp = textOf(call.headers.timestamp);
	if (sign === '') return refuse(401, 'call without a signature');
	if (!appSecret) return refuse(403, 'robot message, but the credential has no client secret');
	if (!equalInConstantTime(robotSign(appSecret, timestamp), sign)) {
		return refuse(401, 'robot message with a wrong signature');
	}
	if (!isTimely(timestamp, now(), window)) return refuse(401, 'robot message with an old timestamp');
	if (textOf(message.msgId) === '') return refuse(400, 'robot message without a message ID');
	// The signature is made with the app's own secret, so that a message without an organisation is this app's all the same.
	const organisation = organisationOf(message.chatbotCorpId);
	if (organisation === undefined || (corpId && organisation !== '' && organisation !== corpId)) {
		return refuse(403, 'robot message of another organisation');
	}
	const key = replayKey(sign, call);
	if (!memory.take(key, now())) return refuse(409, 'robot message that came before');
	return { kind: 'robot', message, replayKey: key };
}

/** https://open.dingtalk.com/document/development/event-callback-card */
export function readCardCall(
	call: IncomingCall,
	callback: JsonObject,
	{ appSecret, cardSecrets = [], corpId }: CallbackConfig,
	{ now, memory }: CallbackPorts,
	window: number,
): Received {
	const signature = textOf(call.headers['x-ddpaas-signature']);
	const timestamp = textOf(call.headers['x-ddpaas-signature-timestamp']);
	// Every secret is compared, so that the time does not tell which one it was.
	const matches = cardSecrets
		.filter((secret) => secret !== '')
		.filter((secret) => equalInConstantTime(cardSign(secret, timestamp), signature));
	if (matches.length === 0) return refuse(401, 'card callback with a wrong signature');
	if (!isTimely(timestamp, now(), window)) return refuse(401, 'card callback with an old timestamp');
	if (textOf(callback.outTrackId) === '') return refuse(400, 'card callback without a card');
	const organisation = organisationOf(callback.corpId);
	// Several apps may share a token; the app's own secret names the app.
	const namesApp = appSecret !== undefined && matches.includes(appSecret);
	const isOurs = organisation === corpId || (organisation === '' && namesApp);
	if (organisation === undefined || (corpId && !isOurs)) {
		return refuse(403, 'card callback of another organisation');
	}
	const key = replayKey(signature, call);
	if (!memory.take(key, now())) return refuse(409, 'card callback that came before');
	return { kind: 'card', callback, replayKey: key };
}
