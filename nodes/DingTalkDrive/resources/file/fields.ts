import type { Json } from '../../../protocol/json';
import { pick } from '../../../runtime/pick';

/** A file or folder by the members that most people want; `thumbnail` only where it was asked for. */
export const simplifyFile = (entry: Json): Json =>
	pick(entry, [
		'id',
		'uuid',
		'name',
		'type',
		'category',
		'extension',
		'size',
		'path',
		'parentId',
		'spaceId',
		'version',
		'creatorId',
		'modifiedTime',
		'thumbnail',
	]);
