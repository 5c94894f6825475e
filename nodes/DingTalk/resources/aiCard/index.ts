import type { Resource } from '../../../runtime/operation';
import { finish } from './finish';
import hints from './hints.json';
import { start } from './start';
import { write } from './write';

export const aiCard: Resource = {
	name: 'AI Card',
	value: 'aiCard',
	description: 'Cards into which an answer is written while it grows',
	operations: [start, write, finish],
	zh: { name: 'AI 卡片', description: '逐字显示回答的卡片' },
	hints,
};
