import { ApiError } from '../errors';
import type { Card } from '../received';
import type { Route, World } from '../world';
import { route } from '../world';

type ParamMap = Record<string, string>;

export interface CardData {
	outTrackId: string;
	cardTemplateId?: string;
	callbackType?: 'STREAM' | 'HTTP';
	callbackRouteKey?: string;
	cardData?: { cardParamMap?: ParamMap };
	privateData?: Record<string, { cardParamMap?: ParamMap }>;
	cardUpdateOptions?: { updateCardDataByKey?: boolean; updatePrivateDataByKey?: boolean };
}

const refuse = (code: string) => new ApiError(`param.${code}`, `param.${code}`);

/** By key: members are merged; otherwise the whole map is replaced, which is the default of an update. */
export const updateCard = (
	card: Card,
	{ cardData, privateData = {}, cardUpdateOptions = {} }: Omit<CardData, 'outTrackId'>,
): void => {
	const { updateCardDataByKey = false, updatePrivateDataByKey = false } = cardUpdateOptions;
	if (cardData) card.publicData = { ...(updateCardDataByKey ? card.publicData : {}), ...cardData.cardParamMap };
	for (const [userid, { cardParamMap }] of Object.entries(privateData)) {
		card.privateData[userid] = { ...(updatePrivateDataByKey ? card.privateData[userid] : {}), ...cardParamMap };
	}
};

/** Interactive cards, https://open.dingtalk.com/document/development/create-and-deliver-cards */
export const cardRoutes = ({ received }: World): Route[] => {
	const create = (body: CardData): Card => {
		if (!body.outTrackId) throw refuse('outTrackIdEmpty');
		if (!body.cardTemplateId) throw refuse('cardTemplateIdEmpty');
		if (received.cards.some(({ outTrackId }) => outTrackId === body.outTrackId)) throw refuse('cardAlreadyExist');
		const http = body.callbackType === 'HTTP' ? { callbackRouteKey: body.callbackRouteKey ?? '' } : {};
		const card: Card = { outTrackId: body.outTrackId, ...http, publicData: {}, privateData: {}, clicks: [] };
		updateCard(card, body);
		received.cards.push(card);
		return card;
	};

	return [
		route<CardData>('POST', '/v1.0/card/instances', ({ body }) => ({ success: true, result: create(body).outTrackId })),
		route<CardData & { openSpaceId: string }>('POST', '/v1.0/card/instances/createAndDeliver', ({ body }) => ({
			success: true,
			result: {
				outTrackId: create(body).outTrackId,
				deliverResults: [
					{ spaceId: body.openSpaceId, spaceType: 'IM_GROUP', success: true, errorMsg: '', carrierId: '' },
				],
			},
		})),
		route<CardData>('PUT', '/v1.0/card/instances', ({ body }) => {
			const card = received.cards.find(({ outTrackId }) => outTrackId === body.outTrackId);
			if (!card) throw refuse('cardNotExist');
			if (!body.cardData && !body.privateData) throw refuse('cardDataAndPrivateDataBothEmpty');
			updateCard(card, body);
			return { success: true, result: true };
		}),
	];
};
