import type { Route, World } from '../../world';
import { departmentWriteRoutes } from './departments';
import { organizationAccountRoutes } from './organizationAccounts';
import { roleRoutes } from './roles';
import { userWriteRoutes } from './users';

/** The address book, beyond what is read of people and departments. */
export const contactRoutes = (world: World): Route[] => [
	...userWriteRoutes(world),
	...departmentWriteRoutes(world),
	...roleRoutes(world),
	...organizationAccountRoutes(world),
];
