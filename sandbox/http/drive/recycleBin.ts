import type { Dentry } from '../../data/drive';
import { ApiError } from '../../errors';
import { minuteTime } from '../../time';
import type { Route, World } from '../../world';
import { collection } from '../collection';
import { operation } from '../operation';
import { paramError } from './tree';
import type { Conflict, Tree } from './tree';

const BIN = '778000001';

/** The organisation's recycle bin, https://open.dingtalk.com/document/development/obtain-information-about-the-recycle-bin and its neighbours. */
export const recycleBinRoutes = (world: World, tree: Tree): Route[] => {
	const { company, data } = world;
	const { recycled, tasks } = data.drive;
	const missing = () => new ApiError('recycleBinNotExist', 'recycle bin not exist', 404);
	const refusals = { missing, invalid: paramError, stranger: (id: string) => paramError(`unionId ${id}`) };
	const check = (recycleBinId: string) => {
		if (recycleBinId !== BIN) throw missing();
	};
	const below = ({ spaceId, id }: Dentry) => recycled.filter((one) => one.spaceId === spaceId && one.parentId === id);
	/** Only what was deleted itself is an item; what lay in it comes back with it. */
	const isItem = (dentry: Dentry) =>
		!recycled.some(({ spaceId, id }) => spaceId === dentry.spaceId && id === dentry.parentId);
	const back = (dentry: Dentry, parentId: string, unionId: string, conflict?: Conflict): Dentry => {
		const { spaceId, type, name, versions } = dentry;
		const inside = below(dentry);
		const made = tree.add({ spaceId, parentId, type, name, versions }, unionId, conflict);
		recycled.splice(recycled.indexOf(dentry), 1);
		for (const child of inside) back(child, made.id, unionId);
		return made;
	};
	return [
		operation(
			world,
			'GET /v1.0/storage/recycleBins',
			({ query: { recycleBinScope: scope, scopeId } }) => {
				if (scope !== 'ORG') throw new ApiError('paramError.recycleBinScope', 'recycleBinScope');
				if (scopeId !== company.corpId) throw missing();
				return { recycleBin: { id: BIN, scope, scopeId } };
			},
			refusals,
		),
		...collection<Dentry>(world, {
			...refusals,
			entries: recycled,
			id: 'id',
			within: () => isItem,
			show: ({ id, spaceId, type, name, versions, modifierId, modifiedTime }) => ({
				id: `9${id}`,
				spaceId,
				dentryId: id,
				size: versions.at(-1)?.length ?? 0,
				type,
				originalName: name,
				originalPath: `./${name}`,
				operatorId: modifierId,
				operatorTime: minuteTime(modifiedTime),
			}),
			list: {
				route: 'GET /v1.0/storage/recycleBins/{recycleBinId}/recycleItems',
				check: ({ path }) => check(path.recycleBinId),
			},
		}),
		operation<{ recycleItemIds: string[]; option?: { conflictStrategy?: Conflict } }>(
			world,
			'POST /v1.0/storage/recycleBins/{recycleBinId}/recycleItems/batchRestore',
			({ path: { recycleBinId }, query: { unionId }, body: { recycleItemIds, option } }) => {
				check(recycleBinId);
				if (recycleItemIds.length > 30) throw new ApiError('paramError.recycleItemIds', 'at most 30');
				return {
					resultItems: recycleItemIds.map((recycleItemId) => {
						const about = { recycleBinId, recycleItemId };
						const dentry = recycled.find((one) => `9${one.id}` === recycleItemId && isItem(one));
						if (!dentry) return { ...about, async: false, success: false, errorCode: 'recycleItemNotExist' };
						const { spaceId } = dentry;
						const later = below(dentry).length > 0;
						const { id: dentryId } = back(dentry, dentry.parentId, unionId, option?.conflictStrategy);
						if (!later) return { ...about, async: false, success: true, spaceId, dentryId };
						const task = { id: `task${world.nextId()}`, status: 'SUCCESS' as const, at: world.now() };
						tasks.push(task);
						return { ...about, async: true, taskId: task.id, spaceId, dentryId };
					}),
				};
			},
			refusals,
		),
	];
};
