import type { IDataObject } from 'n8n-workflow';

import { parseObject } from '../../protocol/callback/request';
import { CARD_CALLBACK, type Incoming, asData, textOf } from './incoming';

/** A click on a card. DingTalk gives it no id of its own: `id` is that of the frame or call. */
export function fromCardCallback(callback: IDataObject, id: string, now: number): Incoming {
	const content =
		typeof callback.content === 'string' ? (parseObject(callback.content) ?? {}) : asData(callback.content ?? {});
	const { actionIds, params } = asData(content.cardPrivateData ?? {});
	const item = {
		eventType: CARD_CALLBACK,
		eventId: id,
		corpId: textOf(callback.corpId),
		occurredAt: new Date(now).toISOString(),
		outTrackId: textOf(callback.outTrackId),
		userId: textOf(callback.userId),
		actionIds: Array.isArray(actionIds) ? actionIds : [],
		params: asData(params ?? {}),
		data: callback,
	};
	return { kind: 'card', key: `${CARD_CALLBACK}:${id}`, item };
}
