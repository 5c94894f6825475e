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

/**
 * One result for each place of `dtv1.card//IM_GROUP.cid…;IM_ROBOT.userid`. A place that is not there does not fail the call:
 * https://open.dingtalk.com/document/development/create-and-deliver-cards
 */
const deliver = ({ company, dialect, nextId }: World, openSpaceId: string) =>
	openSpaceId
		.replace(/^dtv1\.card\/\//, '')
		.split(';')
		.map((place) => {
			const [spaceType, ...id] = place.split('.');
			const spaceId = id.join('.');
			const known =
				spaceType === 'IM_ROBOT'
					? company.users.some(({ userid }) => userid === spaceId)
					: spaceType !== 'IM_GROUP' || spaceId === company.openConversationId;
			const carrierId = Buffer.from(`carrier ${nextId()}`).toString('base64');
			const errorMsg = 'spaceId is illegal';
			// The page has both members at once, recorded answers the one that says something.
			if (dialect === 'page')
				return {
					spaceType,
					spaceId,
					success: known,
					carrierId: known ? carrierId : '',
					errorMsg: known ? '' : errorMsg,
				};
			return { spaceType, spaceId, success: known, ...(known ? { carrierId } : { errorMsg }) };
		});

/** Interactive cards, https://open.dingtalk.com/document/development/create-and-deliver-cards */
export const cardRoutes = (world: World): Route[] => {
	const { received } = world;
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
				deliverResults: deliver(world, body.openSpaceId),
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
