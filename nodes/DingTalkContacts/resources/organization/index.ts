import type { Resource } from '../../../runtime/operation';
import hints from '../hints.json';
import { getAdmins } from './getAdmins';
import { getContactScope } from './getContactScope';
import { getInvitation } from './getInvitation';

export const organization: Resource = {
	name: 'Organization',
	value: 'organization',
	description: 'Administrators, scope of the app, invitation',
	operations: [getContactScope, getAdmins, getInvitation],
	zh: { name: '企业', description: '管理员、应用可见范围、邀请链接' },
	hints,
};
