import type { Api, Json } from '../../../runtime/operation';
import { objectsIn } from '../../../runtime/pick';
import { deliveryModels, openSpaceId, type Delivery, type Spaces } from '../../../shared/cardSpaces';

export const DELIVER = 'POST /v1.0/card/instances/deliver';

const spaceIds = ({ people, groups }: Spaces) => [
	...people.map((spaceId) => ({ spaceType: 'IM_ROBOT', spaceId })),
	...groups.map((spaceId) => ({ spaceType: 'IM_GROUP', spaceId })),
];

/**
 * Shows an existing card in further spaces, one call after the other → what DingTalk says of each. Where a later call is refused,
 * its receivers count as refused: the card has been shown to others already.
 */
export async function deliverCard(
	outTrackId: string,
	spaces: readonly Spaces[],
	delivery: Delivery,
	api: Pick<Api, 'call'>,
): Promise<Json[]> {
	const results: Json[] = [];
	for (const some of spaces) {
		const body = { outTrackId, openSpaceId: openSpaceId(some), ...deliveryModels(some, delivery) };
		try {
			const { result } = await api.call(DELIVER, { body });
			results.push(...objectsIn(result));
		} catch (error) {
			const errorMsg = error instanceof Error ? error.message : String(error);
			results.push(...spaceIds(some).map((space) => ({ ...space, success: false, errorMsg })));
		}
	}
	return results;
}
