import type { Resource } from '../../runtime/operation';
import { department } from './department';
import { externalContact } from './externalContact';
import { organization } from './organization';
import { organizationAccount } from './organizationAccount';
import { role } from './role';
import { user } from './user';

/** The table of resources, one line each. */
export const resources: readonly Resource[] = [
	user,
	department,
	role,
	externalContact,
	organization,
	organizationAccount,
];
