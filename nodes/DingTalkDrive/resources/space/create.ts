import { defineProcedure } from '../../../runtime/operation';
import { operator } from '../../../shared/operator';

const SHARED = 'POST /v1.0/drive/spaces';
const OF_APP = 'POST /v1.0/storage/spaces';
const ofApp = { show: { kind: ['app'] } };

export const create = defineProcedure({
	name: 'Create',
	value: 'create',
	action: 'Create a drive space',
	description:
		'Create a shared space, or a space of the app. One call. The same scene and scene ID give the same app space.',
	zh: {
		name: '创建',
		action: '新建空间',
		description: '创建企业共享空间或应用空间。一次调用；相同场景与场景 ID 返回同一应用空间',
	},
	docs: 'https://open.dingtalk.com/document/development/new-space',
	permission: 'Drive.Space.Write',
	routes: [SHARED, OF_APP],
	fields: [
		{ displayName: 'Name', zh: '名称', name: 'name', type: 'string', required: true, default: '' },
		{
			displayName: 'Kind',
			zh: '类型',
			name: 'kind',
			type: 'options',
			default: 'shared',
			options: [
				{ name: 'App Space', value: 'app', description: 'Owned by the app', zh: '应用空间：归应用所有' },
				{
					name: 'Shared Space',
					value: 'shared',
					description: 'In the drive of the organization',
					zh: '共享空间：在企业钉盘中',
				},
			],
		},
		{
			displayName: 'Additional Fields',
			zh: { name: '更多字段', placeholder: '添加字段' },
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			displayOptions: ofApp,
			options: [
				{
					displayName: 'Owner',
					zh: '所有者类型',
					name: 'ownerType',
					type: 'options',
					default: 'APP',
					options: [
						{ name: 'App', value: 'APP', zh: '应用' },
						{ name: 'Person', value: 'USER', zh: '用户' },
					],
				},
				{
					displayName: 'Quota (Bytes)',
					zh: '容量（字节）',
					name: 'quota',
					type: 'number',
					default: 0,
					typeOptions: { minValue: 0, numberPrecision: 0 },
				},
				{ displayName: 'Scene', zh: '场景', name: 'scene', type: 'string', id: true, default: '' },
				{ displayName: 'Scene ID', zh: '场景 ID', name: 'sceneId', type: 'string', id: true, default: '' },
			],
		},
		operator,
	],
	run: async ({ name, kind, additionalFields = {}, operator: unionId }, api) => {
		if (kind === 'shared') return await api.call(SHARED, { body: { name, unionId } });
		const { space } = await api.call(OF_APP, { query: { unionId }, body: { option: { name, ...additionalFields } } });
		return Object.assign({}, space);
	},
});
