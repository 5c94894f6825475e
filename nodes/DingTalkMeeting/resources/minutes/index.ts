import type { Resource } from '../../../runtime/operation';
import { getAll } from './getAll';
import { getSummary } from './getSummary';
import { getText } from './getText';

export const minutes: Resource = {
	name: 'Minutes',
	value: 'minutes',
	description: "DingTalk's AI minutes: text and summary of what was said",
	operations: [getAll, getText, getSummary],
	zh: { name: '听记', description: '钉钉 AI 听记的文字和摘要' },
};
