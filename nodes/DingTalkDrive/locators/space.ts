import { defineList } from '../../runtime/list';
import { defineLocator } from '../../runtime/locator';
import { operator } from '../../shared/operator';

const spaces = defineList({
	needs: [operator],
	route: 'GET /v1.0/drive/spaces',
	// Only the shared spaces of the organisation are listed. https://open.dingtalk.com/document/development/queries-a-space-list
	request: ({ operator: unionId }) => ({ query: { unionId, spaceType: 'org' } }),
	paging: {
		style: 'token',
		cursor: 'nextToken',
		size: { at: 'maxResults', max: 50 },
		entries: 'spaces',
		next: 'nextToken',
	},
	entry: ({ spaceId, spaceName }) => ({ name: String(spaceName), value: String(spaceId) }),
});

const words = {
	displayName: 'Space',
	zh: {
		name: '空间',
		description: '列表为操作人可见的企业共享空间；群空间、知识库空间请填写 spaceId。文件用链接指定时可留空',
	},
	description:
		'The list has the shared spaces that the operator sees; spaces of groups and knowledge bases go by ID. May be empty where the file is given by its link.',
	digits: true,
	placeholder: 'e.g. 854273****',
	list: spaces,
} as const;

/** A space of the drive; a file given by its link needs none. */
export const space = defineLocator({ ...words, name: 'space' });
/** A space that must be named. */
export const neededSpace = defineLocator({ ...words, name: 'space', required: true });
/** Where something is copied or moved to. */
export const targetSpace = defineLocator({
	...words,
	displayName: 'Target Space',
	zh: '目标空间',
	description: 'The space that it goes into',
	name: 'targetSpace',
	required: true,
});
