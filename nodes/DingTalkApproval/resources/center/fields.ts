import { defineField } from '../../../runtime/operation';

export const centerInstanceId = defineField({
	displayName: 'Instance ID',
	zh: { name: '实例 ID', description: '“创建实例”返回的 processInstanceId，请自行保存' },
	name: 'processInstanceId',
	type: 'string',
	id: true,
	required: true,
	default: '',
	placeholder: 'e.g. S3j8rbiNT1CsXXXXXV3Q1Q04431661334483',
	description: 'The processInstanceId that Create Instance returned. Keep it with the case in your own system.',
});

/** Short cut buttons and groups of to-dos. https://open.dingtalk.com/document/development/create-a-ticket-approval-instance */
export const featureConfig = defineField({
	displayName: 'Feature Config (JSON)',
	zh: { name: '功能配置（JSON）', description: '含 features 列表的对象，用于快捷操作按钮等' },
	name: 'featureConfig',
	type: 'json',
	default: '',
	description: 'An object with the list "features": buttons in the to-do and in the card',
});
