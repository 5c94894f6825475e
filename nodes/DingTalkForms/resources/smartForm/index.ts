import type { Resource } from '../../../runtime/operation';
import { get } from './get';
import { getAll } from './getAll';
import { getForms } from './getForms';

export const smartForm: Resource = {
	name: 'Smart Form',
	value: 'smartForm',
	description: 'Answers to smart forms; they can only be read',
	zh: { name: '智能填表', description: '智能填表的答案，只能读取' },
	operations: [getAll, get, getForms],
};
