import { defineList } from '../../runtime/list';
import { defineLocator } from '../../runtime/locator';

/** A template of scene groups. Its list is known from the official SDK only; the ID stands in the developer console. */
export const groupTemplate = defineLocator({
	displayName: 'Group Template',
	zh: {
		name: '群模板',
		description: '场景群的群模板：从列表选择，或填写开发者后台“开放能力 → 场景群”中的模板 ID',
	},
	name: 'groupTemplateId',
	required: true,
	description: 'The template of the scene group, from the list or by its ID in the developer console: Scene Group',
	placeholder: 'e.g. 8ba6847f-3faa-4944-ba6a-5e5bf5db6b4b',
	list: defineList({
		route: 'GET /v1.0/im/chats/sceneGroups/templates/lists',
		request: () => ({}),
		paging: {
			style: 'page',
			cursor: 'pageNumber',
			first: 1,
			size: { at: 'pageSize', max: 20 },
			entries: 'sceneGroupDetailModels',
		},
		entry: ({ templateName, templateId }) => ({ name: String(templateName), value: String(templateId) }),
	}),
});
