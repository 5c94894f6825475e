import { defineFields, type Field } from './field';

/** Fields that the runtime adds by itself; no operation declares them. Their Chinese stands in `zh-CN.json` beside this file. */

export const listFields = defineFields([
	{
		displayName: 'Return All',
		name: 'returnAll',
		type: 'boolean',
		default: false,
		description: 'Whether to return all results or only up to a given limit',
	},
	{
		displayName: 'Limit',
		name: 'limit',
		type: 'number',
		default: 50,
		typeOptions: { minValue: 1 },
		displayOptions: { show: { returnAll: [false] } },
		description: 'Max number of results to return',
	},
]);

export const simplifyField: Field = {
	displayName: 'Simplify',
	name: 'simplify',
	type: 'boolean',
	default: true,
	description: 'Whether to return a simplified version of the response instead of the raw data',
};

export const optionsField = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options: [
		{
			displayName: 'Batching',
			name: 'batching',
			type: 'number',
			default: 10,
			typeOptions: { minValue: 1, maxValue: 1000 },
			description: 'How many items to work on at once',
		},
		{
			displayName: 'Calls per Second',
			name: 'callsPerSecond',
			type: 'number',
			default: 20,
			typeOptions: { minValue: 0, maxValue: 60 },
			description:
				'Most calls per second to one API. DingTalk allows 20 per app, 60 with a purchase pack. 0 sends without pacing.',
		},
	],
} as const satisfies Field;
