import { asError } from '../protocol/asError';
import type { Api, Json } from '../runtime/operation';
import { objectsIn } from '../runtime/pick';
import { deliveryModels, openSpaceId, type Delivery, type Spaces } from './cardSpaces';

export const DELIVER = 'POST /v1.0/card/instances/deliver';

const spaceIds = ({ people, groups }: Spaces) => [
	...people.map((spaceId) => ({ spaceType: 'IM_ROBOT', spaceId })),
	...groups.map((spaceId) => ({ spaceType: 'IM_GROUP', spaceId })),
];

/**
 * Shows an existing card in spaces, one call after the other → what DingTalk says of each. Where a call fails, its receivers count
 * as refused, since the card has been shown to others already. @throws the error of the first call, unless the card `isShown` elsewhere.
 */
export async function deliverCard(
	outTrackId: string,
	spaces: readonly Spaces[],
	delivery: Delivery,
	api: Pick<Api, 'call'>,
	{ isShown }: { isShown: boolean },
): Promise<Json[]> {
	const results: Json[] = [];
	for (const some of spaces) {
		const body = { outTrackId, openSpaceId: openSpaceId(some), ...deliveryModels(some, delivery) };
		try {
			const { result } = await api.call(DELIVER, { body });
			results.push(...objectsIn(result));
		} catch (error) {
			if (!isShown && results.length === 0) return await Promise.reject(asError(error));
			const errorMsg = asError(error).message;
			results.push(...spaceIds(some).map((space) => ({ ...space, success: false, errorMsg })));
		}
	}
	return results;
}
