import { isObject, readJson } from './json';
import { text } from './refusal';

/** A refusal in the words of the host that wrote it; '' for what it does not say. */
export interface Refusal {
	code: string;
	message: string;
	requestId: string;
}

const ENTITIES: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
const unescaped = (text: string) =>
	text.replace(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => ENTITIES[name] ?? '').trim();

/** Where an error is the document, behind its declaration: of storage hosts and gateways, and of the old gateway. */
const ROOT = /^\s*(?:<\?xml[^>]{0,200}>\s*)?<(?:Error|ErrorResponse|error_response)[\s>]/;

const element = (xml: string, names: string): string =>
	unescaped(new RegExp(`<(?:${names})>([^<]{1,500})<`).exec(xml)?.[1] ?? '');

/**
 * A refusal as XML: `<Error><Code>AccessDenied</Code><Message>…</Message><RequestId>…</RequestId></Error>`, as storage hosts and
 * Alibaba Cloud's gateways write it; `undefined` for anything else, web pages too. Only these three are read: others repeat what was signed.
 * https://help.aliyun.com/zh/oss/developer-reference/error-responses
 */
export function xmlRefusal(xml: string): Refusal | undefined {
	if (!ROOT.test(xml)) return undefined;
	const code = element(xml, 'Code|code|sub_code');
	const message = element(xml, 'Message|message|msg|sub_msg');
	const requestId = element(xml, 'RequestId|requestId|request_id|RequestID');
	return code === '' && message === '' ? undefined : { code, message, requestId };
}

/** A refusal as XML or as JSON. */
export function refusalIn(words: string): Refusal | undefined {
	const xml = xmlRefusal(words);
	if (xml) return xml;
	try {
		const json = readJson(words);
		if (!isObject(json)) return undefined;
		const of = (...names: string[]) => names.map((name) => text(json[name])).find(Boolean) ?? '';
		return {
			code: of('code', 'Code'),
			message: of('message', 'Message'),
			requestId: of('requestId', 'RequestId', 'request_id'),
		};
	} catch {
		return undefined;
	}
}
