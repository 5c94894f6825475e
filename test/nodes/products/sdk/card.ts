import Card, * as card from '@alicloud/dingtalk/dist/card_1_0/client';
import { sdkConfig, sdkHeaders, sdkRuntime, type SdkRow } from '../../../support/sdk';

const user = (value: string) => ({ __rl: true, mode: 'userId', value });
const params = (map: Record<string, string>) => ({ cardParamMap: map });

export const cardRows: SdkRow[] = [
	[
		'card update',
		'for all and for one',
		{
			outTrackId: 'card1',
			publicData: '{"a":"1","b":{"c":2}}',
			updateMode: 'byKey',
			privateData: { people: [{ person: user('a'), data: '{"d":"3"}' }] },
		},
		async (tap) =>
			await new Card(sdkConfig(tap)).updateCardWithOptions(
				new card.UpdateCardRequest({
					outTrackId: 'card1',
					cardData: new card.UpdateCardRequestCardData(params({ a: '1', b: '{"c":2}' })),
					privateData: { a: new card.PrivateDataValue(params({ d: '3' })) },
					cardUpdateOptions: new card.UpdateCardRequestCardUpdateOptions({
						updateCardDataByKey: true,
						updatePrivateDataByKey: true,
					}),
				}),
				sdkHeaders(card.UpdateCardHeaders),
				sdkRuntime,
			),
	],
];
