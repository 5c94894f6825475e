import type { Resource } from '../../../runtime/operation';
import { respond } from './respond';
import { update } from './update';

export const card: Resource = {
	name: 'Card',
	value: 'card',
	description: 'Interactive cards: answers to clicks, and updates',
	operations: [respond, update],
	zh: { name: '互动卡片', description: '响应点击、更新内容' },
};
