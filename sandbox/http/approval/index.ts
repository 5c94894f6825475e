import type { Route, World } from '../../world';
import { centerRoutes } from './center';
import { fileRoutes } from './files';
import { formRoutes } from './forms';
import { instanceRoutes } from './instances';
import { taskRoutes } from './tasks';

export { decide, type Verdict } from './flow';

/** OA approval and the approval center. */
export const approvalRoutes = (world: World): Route[] => [
	...instanceRoutes(world),
	...taskRoutes(world),
	...formRoutes(world),
	...fileRoutes(world),
	...centerRoutes(world),
];
