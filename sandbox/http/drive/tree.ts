import { extname } from 'node:path';

import { uuidOf } from '../../data/drive';
import type { Dentry, Space } from '../../data/drive';
import { ApiError } from '../../errors';
import { minuteTime } from '../../time';
import type { World } from '../../world';

export type Conflict = 'AUTO_RENAME' | 'OVERWRITE' | 'RETURN_DENTRY_IF_EXISTS' | 'RETURN_ERROR_IF_EXISTS';

export const paramError = (detail: string) => new ApiError('paramError', detail);
const gone = (code: string, what: string) => new ApiError(code, `${what} not exist`, 404);

export const ROOT = '0';

/** Extensions of online documents: those hold no bytes to download. */
const ONLINE = ['adoc', 'axls', 'able', 'amind', 'adraw'];
export const extensionOf = (name: string): string => extname(name).slice(1).toLowerCase();
export const isOnline = ({ name }: Dentry): boolean => ONLINE.includes(extensionOf(name));

/**
 * A name as it is kept. https://open.dingtalk.com/document/development/submittal-file
 * @throws dentryNameIllegal
 */
export const legalName = (name: string): string => {
	const trimmed = name.trim();
	if (trimmed === '' || /[\t*"<>|]/.test(trimmed) || trimmed.endsWith('.'))
		throw new ApiError('dentryNameIllegal', `dentry name ${name} is illegal`);
	return trimmed;
};

/** Spaces, folders and files: drive and knowledge bases are one tree with two views. */
export class Tree {
	constructor(private readonly world: World) {}

	/** @throws spaceNotExist, permissionDenied: nobody sees another person's own documents */
	space(spaceId: string, unionId: string): Space {
		const space = this.world.data.drive.spaces.find((one) => one.spaceId === spaceId);
		if (!space) throw gone('spaceNotExist', 'space');
		if (!this.sees(space, unionId)) throw new ApiError('permissionDenied', 'no permission', 403);
		return space;
	}

	sees({ kind, ownerId }: Space, unionId: string): boolean {
		return kind !== 'mine' || ownerId === unionId;
	}

	/** @throws dentryNotExist */
	dentry(spaceId: string, id: string): Dentry {
		const found = this.world.data.drive.dentries.find((one) => one.spaceId === spaceId && one.id === id);
		if (!found) throw gone('dentryNotExist', 'dentry');
		return found;
	}

	/** A folder or the top of a space. @throws dentryNotExist */
	folder(spaceId: string, id: string): string {
		if (id !== ROOT && this.dentry(spaceId, id).type !== 'FOLDER') throw gone('dentryNotExist', 'folder');
		return id;
	}

	/** The place that a UUID names; undefined: none. */
	place(uuid: string): { spaceId: string; dentryId: string } | undefined {
		const { spaces, dentries } = this.world.data.drive;
		const root = spaces.find(({ rootUuid }) => rootUuid === uuid);
		if (root) return { spaceId: root.spaceId, dentryId: ROOT };
		const found = dentries.find((one) => one.uuid === uuid);
		return found && { spaceId: found.spaceId, dentryId: found.id };
	}

	/** UUID of a place. @throws dentryNotExist */
	uuid(spaceId: string, dentryId: string): string {
		const root = this.world.data.drive.spaces.find((one) => one.spaceId === spaceId)?.rootUuid;
		return dentryId === ROOT && root ? root : this.dentry(spaceId, dentryId).uuid;
	}

	children({ spaceId, id }: Pick<Dentry, 'spaceId' | 'id'>): Dentry[] {
		return this.world.data.drive.dentries.filter((one) => one.spaceId === spaceId && one.parentId === id);
	}

	/**
	 * Puts a file or folder in its place, as the strategy for a name that is taken says.
	 * @param taken code of the error of RETURN_ERROR_IF_EXISTS
	 */
	add(
		wanted: Pick<Dentry, 'spaceId' | 'parentId' | 'type' | 'name' | 'versions' | 'appProperties'>,
		unionId: string,
		conflict: Conflict = 'AUTO_RENAME',
		taken = 'dentryAlreadyExist',
	): Dentry {
		const name = legalName(wanted.name);
		const siblings = this.children({ spaceId: wanted.spaceId, id: wanted.parentId });
		const there = siblings.find((one) => one.name === name);
		if (there && conflict === 'RETURN_ERROR_IF_EXISTS') throw new ApiError(taken, `${name} already exists`);
		if (there && conflict === 'RETURN_DENTRY_IF_EXISTS') return there;
		if (there && conflict === 'OVERWRITE') {
			there.versions.push(...wanted.versions);
			Object.assign(there, { modifierId: unionId, modifiedTime: this.world.now() });
			return there;
		}
		const id = String(this.world.nextId());
		const dentry: Dentry = {
			...wanted,
			id,
			uuid: uuidOf(`new ${id}`),
			name: this.free(name, siblings),
			creatorId: unionId,
			modifierId: unionId,
			createTime: this.world.now(),
			modifiedTime: this.world.now(),
		};
		this.world.data.drive.dentries.push(dentry);
		return dentry;
	}

	/** Takes a dentry and all below it out of the tree. */
	remove(dentry: Dentry): Dentry[] {
		const { dentries } = this.world.data.drive;
		const below = this.children(dentry).flatMap((one) => this.remove(one));
		dentries.splice(dentries.indexOf(dentry), 1);
		return [dentry, ...below];
	}

	/** `/合同/采购合同.txt` */
	path({ spaceId, parentId, name }: Dentry): string {
		return parentId === ROOT ? `/${name}` : `${this.path(this.dentry(spaceId, parentId))}/${name}`;
	}

	/** A dentry as storage shows it. */
	show(dentry: Dentry) {
		const { type, name, versions, createTime, modifiedTime, appProperties, ...shown } = dentry;
		const file = type === 'FILE';
		return {
			...shown,
			type,
			name,
			...(file ? { size: versions.at(-1)?.length ?? 0, version: versions.length, extension: extensionOf(name) } : {}),
			path: this.path(dentry),
			status: 'NORMAL',
			createTime: minuteTime(createTime),
			modifiedTime: minuteTime(modifiedTime),
			properties: { readOnly: false },
			...(appProperties && { appProperties: { [this.world.company.unifiedAppId]: appProperties } }),
			partitionType: 'PUBLIC_OSS_PARTITION',
			storageDriver: isOnline(dentry) ? 'ALIDOC' : 'DINGTALK',
		};
	}

	/** `name(1).txt` when `name.txt` is taken. */
	private free(name: string, siblings: Dentry[]): string {
		const tail = extname(name);
		const stem = name.slice(0, name.length - tail.length);
		for (let n = 0; ; n += 1) {
			const candidate = n === 0 ? name : `${stem}(${n})${tail}`;
			if (!siblings.some((one) => one.name === candidate)) return candidate;
		}
	}
}
