import { defineOperation } from '../../../runtime/operation';
import { objectsIn } from '../../../runtime/pick';
import { hundreds } from '../../locators/externalContacts';

export const getLabels = defineOperation({
	name: 'Get Labels',
	value: 'getLabels',
	action: 'Get labels of external contacts',
	description: 'Get the labels with their groups. One call per 100 groups, free of the monthly quota.',
	zh: {
		name: '获取标签',
		action: '获取外部联系人标签',
		description: '获取标签及其分组。每 100 个分组一次调用，不计入月度调用量',
	},
	docs: 'https://open.dingtalk.com/document/development/obtains-a-list-of-external-contact-tags',
	permission: 'qyapi_ext_read',
	route: 'POST /topapi/extcontact/listlabelgroups',
	safe: true,
	fields: [],
	request: () => ({ body: {} }),
	paging: hundreds,
	flatten: ({ name: group, color, labels }) => objectsIn(labels).map(({ id, name }) => ({ id, name, group, color })),
});
