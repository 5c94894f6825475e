import type { IDataObject } from 'n8n-workflow';

import { parseObject } from '../../protocol/callback/request';
import { CARD_CALLBACK, type Incoming, asData, textOf } from './incoming';

/** An object, written as such or as JSON text. */
const objectOf = (value: unknown): IDataObject =>
	asData((typeof value === 'string' ? parseObject(value) : value) ?? {});

/** A list of texts, written as such or as JSON text. */
function idsOf(value: unknown): string[] {
	const list = typeof value === 'string' ? parseObject(`{"ids":${value}}`)?.ids : value;
	return Array.isArray(list) ? list.map(textOf).filter((id) => id !== '') : [];
}

/** A click on a card. DingTalk gives it no id of its own: `id` is that of the frame or call. */
export function fromCardCallback(callback: IDataObject, id: string, now: number): Incoming {
	// The page of the approval tutorial has `value`, and the parameters beside `cardPrivateData`.
	const content = objectOf(callback.content ?? callback.value);
	const { actionIds, params = content.params } = objectOf(content.cardPrivateData);
	const item = {
		eventType: CARD_CALLBACK,
		eventId: id,
		corpId: textOf(callback.corpId),
		occurredAt: new Date(now).toISOString(),
		outTrackId: textOf(callback.outTrackId),
		userId: textOf(callback.userId),
		actionIds: idsOf(actionIds),
		params: objectOf(params),
		data: callback,
	};
	return { kind: 'card', key: `${CARD_CALLBACK}:${id}`, item };
}
