import type { Resource } from '../../../runtime/operation';
import hints from '../hints.json';
import { addComment } from './addComment';
import { create } from './create';
import { createMany } from './createMany';
import { remove } from './delete';
import { downloadAttachment } from './downloadAttachment';
import { get } from './get';
import { getAll } from './getAll';
import { getFields } from './getFields';
import { getForms } from './getForms';
import { getHistory } from './getHistory';
import { getSubtable } from './getSubtable';
import { update } from './update';
import { updateMany } from './updateMany';
import { upsert } from './upsert';

export const yidaForm: Resource = {
	name: 'Yida Form',
	value: 'yidaForm',
	description: 'Submissions of the forms of a Yida app',
	zh: { name: '宜搭表单', description: '宜搭应用中的表单数据' },
	hints,
	operations: [
		create,
		getAll,
		get,
		update,
		upsert,
		remove,
		createMany,
		updateMany,
		getSubtable,
		downloadAttachment,
		addComment,
		getHistory,
		getForms,
		getFields,
	],
};
