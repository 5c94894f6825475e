import { writeJson } from '../../../protocol/json';
import { defineOperation, InputError } from '../../../runtime/operation';
import { refuseLonger } from '../../fields/message';
import { personModes } from '../../../shared/person';
import { cardFields, MOST_BYTES, paramsOf, updateOptions } from './data';

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
	fields: [
		{
			displayName: 'Card ID',
			zh: { name: '卡片 ID', description: '创建卡片时的 outTrackId；卡片点击回调中也有' },
			name: 'outTrackId',
			type: 'string',
			required: true,
			maxLength: 100,
			default: '',
			description: 'The outTrackId that the card was created with; a click on the card has it too',
		},
		...cardFields,
		{
			displayName: 'Private Data',
			zh: { name: '私有数据', description: '只有部分人可见的内容', placeholder: '添加人员' },
			name: 'privateData',
			type: 'fixedCollection',
			typeOptions: { multipleValues: true },
			placeholder: 'Add Person',
			default: {},
			options: [
				{
					displayName: 'Person',
					zh: '人员',
					name: 'people',
					values: [
						{
							displayName: 'Person',
							zh: { name: '人员', description: '谁能看到这些内容' },
							name: 'person',
							type: 'resourceLocator',
							person: 'userId',
							required: true,
							default: { mode: 'list', value: '' },
							modes: personModes,
							description: 'Who sees these values',
						},
						{
							displayName: 'Data (JSON)',
							zh: { name: '数据（JSON）', description: '该人员看到的卡片变量' },
							name: 'data',
							type: 'json',
							required: true,
							default: '{}',
							description: "The card's variables by name, for this person",
						},
					],
				},
			],
			description: 'What only some people see',
		},
	],
	request: ({ outTrackId, publicData, privateData, updateMode }) => {
		const cardData = paramsOf(publicData, 'Public Data (JSON)');
		const people = (privateData.people ?? []).map(({ person, data }) => [
			person,
			paramsOf(data, 'Data (JSON)') ?? { cardParamMap: {} },
		]);
		if (!cardData && people.length === 0)
			throw new InputError(
				'Public Data (JSON)',
				'is empty, and so is Private Data: there is nothing to change',
				'与“私有数据”均为空，没有可更新的内容',
			);
		const body = {
			outTrackId,
			cardData,
			privateData: people.length > 0 ? Object.fromEntries(people) : undefined,
			cardUpdateOptions: updateOptions(updateMode),
		};
		refuseLonger(writeJson(body), MOST_BYTES, 'Public Data (JSON)');
		return { body };
	},
});
