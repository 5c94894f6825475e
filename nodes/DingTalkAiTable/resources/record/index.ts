import type { Resource } from '../../../runtime/operation';
import { wrongBase } from '../../locators/base';
import hints from '../hints.json';
import { create } from './create';
import { remove } from './delete';
import { downloadAttachments } from './downloadAttachments';
import { get } from './get';
import { getAll } from './getAll';
import { update } from './update';
import { uploadAttachment } from './uploadAttachment';
import { upsert } from './upsert';

export const record: Resource = {
	name: 'Record',
	value: 'record',
	description: 'Rows of a sheet of an AI table',
	zh: { name: '记录', description: 'AI 表格数据表中的行' },
	hints,
	explain: wrongBase,
	operations: [create, getAll, update, upsert, get, remove, uploadAttachment, downloadAttachments],
};
