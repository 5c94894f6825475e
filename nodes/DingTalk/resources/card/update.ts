import { writeJson } from '../../../protocol/json';
import { defineOperation, InputError } from '../../../runtime/operation';
import { refuseLonger } from '../../fields/message';
import { paramsOf } from '../../../shared/cardParams';
import { cardFields, MOST_BYTES, updateOptions } from './data';
import { outTrackId, privateData } from './fields';
import { privateDataOf } from './instance';

export const update = defineOperation({
	name: 'Update',
	value: 'update',
	action: 'Update a card',
	description: 'Change what a card shows, for everyone or for some people',
	zh: { name: '更新', action: '更新互动卡片', description: '更改卡片对所有人或部分人显示的内容' },
	docs: 'https://open.dingtalk.com/document/development/interactive-card-update-interface',
	permission: 'Card.Instance.Write',
	route: 'PUT /v1.0/card/instances',
	safe: true,
	fields: [outTrackId, ...cardFields, privateData],
	request: ({ outTrackId: card, publicData, privateData: given, updateMode }) => {
		const cardData = paramsOf(publicData, 'Public Data (JSON)');
		const people = privateDataOf(given);
		if (!cardData && !people)
			throw new InputError(
				'Public Data (JSON)',
				'is empty, and so is Private Data: there is nothing to change',
				'与“私有数据”均为空，没有可更新的内容',
			);
		const body = {
			outTrackId: card,
			cardData,
			privateData: people,
			cardUpdateOptions: updateOptions(updateMode),
		};
		refuseLonger(writeJson(body), MOST_BYTES, 'Public Data (JSON)');
		return { body };
	},
});
