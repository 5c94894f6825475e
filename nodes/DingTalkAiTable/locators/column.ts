import { defineList } from '../../runtime/list';
import { defineLocator } from '../../runtime/locator';
import { operator } from '../../shared/operator';
import { base } from './base';
import { sheet } from './sheet';

/** The columns of a sheet; records are keyed by their names. https://open.dingtalk.com/document/development/api-noatable-getallfields */
export const columnList = defineList({
	needs: [operator, base, sheet],
	route: 'GET /v1.0/notable/bases/{baseId}/sheets/{sheetIdOrName}/fields',
	request: ({ operator: operatorId, base: baseId, sheet: sheetIdOrName }) => ({
		path: { baseId, sheetIdOrName },
		query: { operatorId },
	}),
	paging: { style: 'whole', entries: 'value' },
	entry: ({ name, type }) => ({ name: `${String(name)} (${String(type)})`, value: String(name) }),
});

/** A column (字段) of a sheet, by name or ID. */
export const column = defineLocator({
	displayName: 'Field',
	zh: { name: '字段', description: '从列表选择，或填写字段名称或 ID' },
	name: 'column',
	required: true,
	description: 'Chosen from the list, or by its name or ID',
	placeholder: 'e.g. Status',
	list: columnList,
});
