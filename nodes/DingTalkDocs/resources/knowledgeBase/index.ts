import type { Resource } from '../../../runtime/operation';
import hints from '../hints.json';
import { create } from './create';
import { get } from './get';
import { getAll } from './getAll';
import { search } from './search';

export const knowledgeBase: Resource = {
	name: 'Knowledge Base',
	value: 'knowledgeBase',
	description: 'Knowledge bases that the operator sees',
	zh: { name: '知识库', description: '操作人可见的知识库' },
	hints,
	operations: [getAll, get, search, create],
};
