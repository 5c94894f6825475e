import type { Resource } from '../../../runtime/operation';
import hints from '../hints.json';
import { create } from './create';
import { getAll } from './getAll';

export const customObject: Resource = {
	name: 'Custom Object',
	value: 'customObject',
	description: "Records of the organization's own CRM forms",
	zh: { name: '自定义对象', description: '企业自建的客户管理表单数据' },
	hints,
	operations: [create, getAll],
};
