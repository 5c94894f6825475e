import type { Resource } from '../../../runtime/operation';
import hints from '../hints.json';
import { disable } from './disable';
import { enable } from './enable';

export const organizationAccount: Resource = {
	name: 'Organization Account',
	value: 'organizationAccount',
	description: 'Paid accounts that the organization owns',
	operations: [disable, enable],
	zh: { name: '企业账号', description: '归属企业的付费账号' },
	hints,
};
