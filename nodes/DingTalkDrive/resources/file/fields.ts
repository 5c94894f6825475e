import type { Json } from '../../../protocol/json';
import { pick } from '../../../runtime/pick';

/** What most people want to know of a file or folder; a thumbnail only where it was asked for. */
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
