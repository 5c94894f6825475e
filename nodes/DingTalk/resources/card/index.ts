import type { Resource } from '../../../runtime/operation';
import { respond } from './respond';
import { update } from './update';
import zh from './zh-CN.json';

export const card: Resource = {
	name: 'Card',
	value: 'card',
	description: 'Interactive cards: answers to clicks, and updates',
	operations: [respond, update],
	zh,
};
