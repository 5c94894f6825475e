import type { Resource } from '../../../runtime/operation';
import { addApprover } from './addApprover';
import { addComment } from './addComment';
import { approve } from './approve';
import { create } from './create';
import { downloadAttachment } from './downloadAttachment';
import { forecast } from './forecast';
import { get } from './get';
import { getAll } from './getAll';
import { getByUser } from './getByUser';
import { getPendingCount } from './getPendingCount';
import hints from './hints.json';
import { redirect } from './redirect';
import { reject } from './reject';
import { returnTask } from './returnTask';
import { update } from './update';
import { uploadAttachment } from './uploadAttachment';
import { withdraw } from './withdraw';

export const approval: Resource = {
	name: 'Approval',
	value: 'approval',
	description: 'OA approvals: leave, expenses, purchases, forms of your own',
	operations: [
		create,
		get,
		getAll,
		approve,
		reject,
		redirect,
		addComment,
		withdraw,
		downloadAttachment,
		uploadAttachment,
		forecast,
		getPendingCount,
		getByUser,
		addApprover,
		returnTask,
		update,
	],
	zh: { name: '审批', description: '请假、报销、采购及自定义表单' },
	hints,
};
