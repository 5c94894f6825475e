import { defineFields } from '../../runtime/field';
import { namedReceivers, sendTo } from '../../shared/aiCard';
import { optionFields } from './options';

const receiverFields = defineFields([
	{
		...sendTo,
		description:
			"By default the chat in which somebody wrote to the robot: it is found in the agent's input, or in the DingTalk Trigger before the agent",
	},
	...namedReceivers,
]);

const lookFields = defineFields([
	{
		displayName: 'Show the Answer',
		zh: '显示回答',
		name: 'show',
		type: 'options',
		default: 'growing',
		options: [
			{
				name: 'While It Is Written',
				value: 'growing',
				description: 'The text grows in the card',
				zh: '边写边显示：卡片中的文字逐步增加',
			},
			{
				name: 'Only When It Is Finished',
				value: 'finished',
				description: 'Three calls an answer',
				zh: '写完后显示：每个回答三次调用',
			},
		],
		description: 'When the text appears',
	},
	{
		displayName:
			'Every update is one API call and counts in the monthly quota of your organisation: an answer takes at most two calls more than Max Updates (30 unless you change it under Options).',
		zh: '每次更新都是一次接口调用，计入企业每月调用量：一个回答最多比“最多更新次数”（默认 30，可在选项中修改）多两次调用。',
		name: 'cost',
		type: 'notice',
		default: '',
		displayOptions: { show: { show: ['growing'] } },
	},
	{
		displayName: 'Show Tool Steps',
		zh: { name: '显示工具步骤', description: '是否在回答上方列出智能体使用的工具' },
		name: 'showToolSteps',
		type: 'boolean',
		default: false,
		description: 'Whether the card lists above the answer which tools the agent uses',
	},
]);

export const fields = [...receiverFields, ...lookFields, ...optionFields] as const;
