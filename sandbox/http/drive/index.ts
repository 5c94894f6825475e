import type { Route, World } from '../../world';
import { dentryRoutes } from './dentries';
import { recycleBinRoutes } from './recycleBin';
import { spaceRoutes } from './spaces';
import { transferRoutes } from './transfer';
import { Tree } from './tree';
import { wikiRoutes } from './wiki';

/** Drive and knowledge bases: two views of one tree of spaces, folders and files. */
export const driveRoutes = (world: World): Route[] => {
	const tree = new Tree(world);
	return [
		...spaceRoutes(world, tree),
		...dentryRoutes(world, tree),
		...transferRoutes(world, tree),
		...recycleBinRoutes(world, tree),
		...wikiRoutes(world, tree),
	];
};
