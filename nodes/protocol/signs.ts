import { createHmac } from 'node:crypto';

/*
 * DingTalk's HMAC signatures: base64(HmacSHA256(key, text)), which differ only in the text. Not yet percent-encoded; `timestamp` in ms.
 */
const hmac = (key: string, text: string): string => createHmac('sha256', key).update(text).digest('base64');

/**
 * Query parameter `sign` of a group robot's webhook, with the robot's secret, valid one hour; and header `sign` of a robot message
 * that arrives over HTTP, with the app's secret.
 * https://open.dingtalk.com/document/development/customize-robot-security-settings
 * https://open.dingtalk.com/document/development/receive-message
 */
export const robotSign = (secret: string, timestamp: string | number): string =>
	hmac(secret, `${timestamp}\n${secret}`);

/**
 * Header `x-ddpaas-signature` of a card callback that arrives over HTTP.
 * https://open.dingtalk.com/document/development/event-callback-card
 */
export const cardSign = (apiSecret: string, timestamp: string): string => hmac(apiSecret, timestamp);
