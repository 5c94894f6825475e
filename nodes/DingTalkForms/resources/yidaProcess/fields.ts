import { defineField } from '../../../runtime/field';
import { operatorUserId } from '../../../shared/operator';
import { app, systemToken } from '../../locators/app';

export { instanceIn } from '../yidaForm/fields';

export const processInstanceId = defineField({
	displayName: 'Process Instance ID',
	zh: { name: '流程实例 ID', description: '发起、查询流程时返回的 processInstanceId，也可粘贴流程详情页链接' },
	name: 'processInstanceId',
	type: 'string',
	id: true,
	required: true,
	default: '',
	placeholder: 'e.g. f30233fb-72e1-4af4-8cb8-c7e0ea9ee530',
	description: 'The processInstanceId that Start and Get Many return, or the link of its page',
});

export const taskId = defineField({
	displayName: 'Task ID',
	zh: { name: '任务 ID', description: '“获取运行任务”返回的 taskId' },
	name: 'taskId',
	type: 'string',
	digits: true,
	required: true,
	default: '',
	placeholder: 'e.g. 12002575',
	description: 'The taskId that Get Tasks returns',
});

/** Which process of which app, and in whose name. */
export const place = [app, systemToken, processInstanceId] as const;

export const placeQuery = (values: { app: string; systemToken: string; operator: string }) => ({
	appType: values.app,
	systemToken: values.systemToken,
	userId: values.operator,
});

export { operatorUserId };
