import type { Resource } from '../../../runtime/operation';
import hints from '../hints.json';
import { create } from './create';
import { get } from './get';
import { getAll } from './getAll';
import { getComments } from './getComments';
import { getReaders } from './getReaders';
import { getReceivers } from './getReceivers';
import { getTemplate } from './getTemplate';
import { getTemplates } from './getTemplates';

export const report: Resource = {
	name: 'Report',
	value: 'report',
	description: 'Daily, weekly and other reports that people write',
	operations: [getAll, create, get, getComments, getReaders, getReceivers, getTemplates, getTemplate],
	zh: { name: '日志', description: '员工按模板填写的日报、周报等' },
	hints,
};
