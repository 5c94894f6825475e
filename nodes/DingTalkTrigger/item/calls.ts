import type { IDataObject } from 'n8n-workflow';

import { isObject, writeJson } from '../../protocol/json';
import { parseObject } from '../../protocol/callback/request';
import { CARD_DATA_REQUEST, type Incoming, PLUGIN_CALL, asData, textOf } from './incoming';

/*
 * Calls that want a result. Over Stream the workflow's output is the result: no node has to answer.
 */

const callOf = (eventType: string, id: string, now: number, corpId: string, own: IDataObject): Incoming => ({
	kind: 'call',
	key: `${eventType}:${id}`,
	item: { eventType, eventId: id, corpId, occurredAt: new Date(now).toISOString(), data: {}, ...own },
});

/** A card asks for the data that it shows. https://open.dingtalk.com/document/development/dynamic-data-source */
export function fromCardDataRequest(request: IDataObject, id: string, now: number): Incoming {
	const content = typeof request.content === 'string' ? parseObject(request.content) : asData(request.content ?? {});
	const asked = content?.dynamicDataSourceQueryRequests;
	const dataSources = (Array.isArray(asked) ? asked.filter(isObject) : []).map((source) => ({
		id: textOf(source.dynamicDataSourceId),
		params: asData(source.constParams ?? {}),
	}));
	const own = { outTrackId: textOf(request.outTrackId), userId: textOf(request.userId), dataSources, data: request };
	return callOf(CARD_DATA_REQUEST, id, now, textOf(request.corpId), own);
}

/** An AI assistant calls the app as its plugin. The shape is that of the official SDKs (Java 1.3.13, Python 0.24.4b1). */
export function fromPluginCall(call: IDataObject, id: string, now: number): Incoming {
	const { method, uri } = asData(call.requestLine ?? {});
	const body = typeof call.body === 'string' ? (parseObject(call.body) ?? call.body) : (call.body ?? '');
	const own = { method: textOf(method), uri: textOf(uri), headers: asData(call.headers ?? {}), body, data: call };
	return callOf(PLUGIN_CALL, id, now, '', { ...own } as IDataObject);
}

const dataAnswer = ({ item }: Incoming, output: IDataObject): IDataObject => ({
	dataSourceQueryResponses: (Array.isArray(item.dataSources) ? item.dataSources.filter(isObject) : []).map(
		({ id }) => ({
			dynamicDataSourceId: textOf(id),
			dynamicDataValueType: 'OBJECT',
			data: writeJson(output),
		}),
	),
});

const pluginAnswer = (output: IDataObject): IDataObject => ({
	statusLine: { code: 200, reasonPhrase: 'OK' },
	headers: { 'Content-Type': 'application/json' },
	body: writeJson(output),
});

/** What a call is answered with, from the workflow's output; an output in DingTalk's own shape goes out as it is. */
export function resultOf(incoming: Incoming, output: IDataObject): IDataObject {
	if ('dataSourceQueryResponses' in output || 'statusLine' in output) return output;
	return incoming.item.eventType === PLUGIN_CALL ? pluginAnswer(output) : dataAnswer(incoming, output);
}
