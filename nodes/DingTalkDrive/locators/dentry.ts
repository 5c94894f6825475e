import type { Json } from '../../protocol/json';
import type { Field } from '../../runtime/field';
import { defineList } from '../../runtime/list';
import { defineLocator } from '../../runtime/locator';
import { documentPage, documentUrl } from '../../shared/alidocs';
import { explainKind } from '../../shared/documentKind';
import { operator } from '../../shared/operator';
import { neededSpace, space, targetSpace } from './space';

/** What is at the top of a space. Deeper levels go by ID or link. https://open.dingtalk.com/document/development/get-a-list-of-files-or-folders */
const dentriesOf = (where: Field, foldersOnly: boolean) =>
	defineList({
		needs: [operator, where],
		route: 'GET /v1.0/storage/spaces/{spaceId}/dentries',
		request: (needs) => {
			const values: Json = needs;
			const path = { spaceId: String(values[where.name] ?? '') };
			return { path, query: { unionId: String(values.operator), parentId: '0' } };
		},
		paging: {
			style: 'token',
			cursor: 'nextToken',
			size: { at: 'maxResults', max: 50 },
			entries: 'dentries',
			next: 'nextToken',
		},
		entry: ({ id, name, type }) => {
			if (foldersOnly && type !== 'FOLDER') return undefined;
			return { name: type === 'FOLDER' ? `📁 ${String(name)}` : String(name), value: String(id) };
		},
		first: foldersOnly ? [{ name: 'Root 根目录', value: '0' }] : [],
	});

/** A file or folder: its ID within the space, or its link (then no space is needed). */
export const file = defineLocator({
	displayName: 'File',
	zh: {
		name: '文件',
		description: '从空间根目录选择，或填写 dentryId（需同时选择空间），或粘贴文件链接、填写 UUID（无需空间）',
	},
	name: 'file',
	required: true,
	description:
		'Chosen from the top of the space, or by its ID within the space, or by its link or UUID (then no space is needed)',
	placeholder: 'e.g. 1324********',
	url: documentUrl,
	urlPlaceholder: 'https://alidocs.dingtalk.com/i/nodes/…',
	page: documentPage,
	list: dentriesOf(space, false),
});

/** An online document cannot be downloaded: it is named as what it is. https://open.dingtalk.com/document/development/download-file */
export const wrongFile = explainKind('file', file.name, ['operationNotSupported']);

const folderWords = {
	displayName: 'Folder',
	zh: { name: '文件夹', description: '从空间根目录选择，或填写文件夹 ID（根目录为 0）' },
	description: 'Chosen from the top of the space, or by its ID (0 is the root)',
	required: true,
	placeholder: 'e.g. 0',
	url: documentUrl,
	urlPlaceholder: 'https://alidocs.dingtalk.com/i/nodes/…',
} as const;

/** A folder of a space; a link gives its UUID. */
export const folder = defineLocator({ ...folderWords, name: 'folder', list: dentriesOf(neededSpace, true) });
/** The folder that something is copied or moved to. */
export const targetFolder = defineLocator({
	...folderWords,
	displayName: 'Target Folder',
	zh: '目标文件夹',
	name: 'targetFolder',
	list: dentriesOf(targetSpace, true),
});
