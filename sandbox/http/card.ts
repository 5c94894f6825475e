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

const PREFIX = 'dtv1.card//';

interface Delivery {
	openSpaceId: string;
	imRobotOpenDeliverModel?: object;
	imGroupOpenDeliverModel?: { atUserIds?: Record<string, string> };
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
export const cardRoutes = ({ company, data, dialect, received, now, nextId }: World): Route[] => {
	// The page has both members at once, recorded answers the one that says something.
	const told = dialect === 'page' ? { carrierId: '', errorMsg: '' } : {};

	const find = (outTrackId: string): Card => {
		const card = received.cards.find((one) => one.outTrackId === outTrackId);
		if (!card) throw refuse('cardNotExist');
		return card;
	};
	const isThere = (type: string, id: string): boolean =>
		type === 'IM_ROBOT'
			? company.users.some(({ userid }) => userid === id)
			: data.groups.groups.some((one) => one.openConversationId === id && !one.dissolved);

	/** Shows a card in each space that there is; what DingTalk says of each. */
	const deliver = (card: Card, { openSpaceId, ...models }: Delivery) => {
		if (!openSpaceId.startsWith(PREFIX) || openSpaceId.length > 1000) throw refuse('openSpaceIdInvalid');
		const spaces = openSpaceId.slice(PREFIX.length).split(';');
		if (spaces.some((one) => one.startsWith('IM_ROBOT.')) && !models.imRobotOpenDeliverModel)
			throw refuse('openDeliverModelEmpty');
		if (spaces.some((one) => one.startsWith('IM_GROUP.')) && !models.imGroupOpenDeliverModel)
			throw refuse('openDeliverModelEmpty');
		card.atUserIds = { ...card.atUserIds, ...models.imGroupOpenDeliverModel?.atUserIds };
		return spaces.map((space) => {
			const [spaceType = '', ...rest] = space.split('.');
			const spaceId = rest.join('.');
			if (!isThere(spaceType, spaceId))
				return { spaceId, spaceType, success: false, ...told, errorMsg: 'spaceId is illegal' };
			card.spaces = [...(card.spaces ?? []), space];
			return { spaceId, spaceType, success: true, ...told, carrierId: `key${nextId().toString(36)}` };
		});
	};
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
		route<CardData & Delivery>('POST', '/v1.0/card/instances/createAndDeliver', ({ body }) => {
			const card = create(body);
			return { success: true, result: { outTrackId: card.outTrackId, deliverResults: deliver(card, body) } };
		}),
		route<{ outTrackId: string } & Delivery>('POST', '/v1.0/card/instances/deliver', ({ body }) => ({
			success: true,
			result: deliver(find(body.outTrackId), body),
		})),
		route<CardData>('PUT', '/v1.0/card/instances', ({ body }) => {
			const card = find(body.outTrackId);
			if (!body.cardData && !body.privateData) throw refuse('cardDataAndPrivateDataBothEmpty');
			updateCard(card, body);
			const { flowStatus: status, msgContent: text = '' } = body.cardData?.cardParamMap ?? {};
			// Of an AI card these are seen as its text and status.
			if (status !== undefined) (card.frames ??= []).push({ at: now(), by: 'update', text, status });
			return { success: true, result: true };
		}),
	];
};
