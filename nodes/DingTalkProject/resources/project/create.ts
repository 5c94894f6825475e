import { defineProcedure } from '../../../runtime/operation';
import { operatorUserId } from '../../../shared/operator';
import { template } from '../../locators/template';

const CREATE = 'POST /v1.0/project/users/{userId}/projects';
const FROM_TEMPLATE = 'POST /v1.0/project/users/{userId}/templates/projects';

export const create = defineProcedure({
	name: 'Create',
	value: 'create',
	action: 'Create a project',
	description: 'Create a project, empty or from a template. One call. The operator becomes its owner.',
	zh: { name: '创建', action: '创建项目', description: '创建空白项目或从模板创建。一次调用；操作人成为项目拥有者' },
	docs: 'https://open.dingtalk.com/document/development/create-project',
	permission: 'Project.Project.Write.All',
	routes: [CREATE, FROM_TEMPLATE],
	fields: [
		{ displayName: 'Name', zh: '项目名称', name: 'name', type: 'string', required: true, default: '' },
		template,
		operatorUserId,
	],
	run: async ({ name, templateId, operator: userId }, api) => {
		const path = { userId };
		if (templateId === undefined) return await api.call(CREATE, { path, body: { name } });
		const { id, ...project } = await api.call(FROM_TEMPLATE, { path, body: { name, templateId } });
		return { projectId: id, ...project };
	},
});
