import { createHmac } from 'node:crypto';

/*
 * DingTalk's HMAC signatures. All are base64(HmacSHA256(key, text)) and differ only in the text.
 * Where one goes into a URL it is encoded once, by encodeURIComponent.
 */
const hmac = (key: string, text: string): string => createHmac('sha256', key).update(text).digest('base64');

/**
 * Header `sign` of a robot message that arrives over HTTP.
 * https://open.dingtalk.com/document/development/receive-message
 */
export const robotSign = (appSecret: string, timestamp: string): string =>
	hmac(appSecret, `${timestamp}\n${appSecret}`);

/**
 * Query parameter `sign` of a custom robot's webhook (not yet URL-encoded).
 * https://open.dingtalk.com/document/development/customize-robot-security-settings
 */
export const customRobotSign = (secret: string, timestamp: string): string => hmac(secret, `${timestamp}\n${secret}`);

/**
 * Header `x-ddpaas-signature` of a card callback that arrives over HTTP.
 * https://open.dingtalk.com/document/development/event-callback-card
 */
export const cardSign = (apiSecret: string, timestamp: string): string => hmac(apiSecret, timestamp);

/**
 * Query parameter `signature` of a third-party app's calls (not yet URL-encoded). Without a ticket
 * only the timestamp is signed.
 * https://open.dingtalk.com/document/development/the-signature-calculation-method-of-the-third-party-access-interface
 */
export const isvSign = (suiteSecret: string, timestamp: string, suiteTicket: string): string =>
	hmac(suiteSecret, suiteTicket === '' ? timestamp : `${timestamp}\n${suiteTicket}`);

/**
 * Query parameter `signature` of the sign-in call for personal accounts (not yet URL-encoded).
 * https://open.dingtalk.com/document/development/signature-personal-registration
 */
export const snsSign = (appSecret: string, timestamp: string): string => hmac(appSecret, timestamp);
