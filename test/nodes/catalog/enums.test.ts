import type { Schema } from '../../../nodes/catalog/types';
import { overlay } from '../../../scripts/catalog/docTree';
import { agrees, enumOf } from '../../../scripts/catalog/enums';
import type { DocParam } from '../../../scripts/catalog/reference';

const param = (name: string, type: string, more: Partial<DocParam> = {}): DocParam => ({
	name,
	type,
	parent: null,
	nesting: 'top',
	...more,
});

test.each([
	['取值： - 10：甲 - 20：乙', 'number', [10, 20]],
	['类型： - OnDuty：甲 - OffDuty（默认）：乙 [NOTE] 丙', 'string', ['OnDuty', 'OffDuty']],
	['必传字段： - title：甲 - url：乙', 'string', undefined],
	['多个用逗号分隔。 - 2：甲 - 3：乙', 'string', undefined],
	['说明 - 甲乙 - 丙：丁', 'string', undefined],
	['取值： - A：甲 - B：乙', 'boolean', undefined],
	['何时。 [NOTE] 甲。 - entry 表示乙。 - formal 表示丙。', 'string', ['entry', 'formal']],
	['取整 - up 向上取整 - down 向下取整', 'string', ['up', 'down']],
	['是否： - 0-默认，甲 - 1-乙 丙。', 'number', [0, 1]],
	['目前支持： ``` - A_B - C_D ``` 若为空为甲。', 'string', ['A_B', 'C_D']],
	['审批类型： - 会签：AND - 或签：OR', 'string', ['AND', 'OR']],
	[
		'时甲： - 状态是X，必须设置。 - agree：同意 - refuse：拒绝 - agree和refuse均代表撤销',
		'string',
		['agree', 'refuse'],
	],
	['会话： - 0：单聊 - 1：群聊 [NOTE] 单聊： - userId不用填写。', 'number', [0, 1]],
	['类型： - 1：企业章 - 2：个人章 - 1,2：两者', 'string', ['1', '2', '1,2']],
	['权限： - OWNER：甲： - XxEnum.READ - XxEnum.WRITE - READER：乙： - XxEnum.READ', 'string', ['OWNER', 'READER']],
	['规则。 - kind：类型 - from：甲 - to：乙 - 当kind为from，丙', 'string', undefined],
	['优先级： - 0：普通 - 1：紧急 - 新增优先级，调用接口获取', 'number', undefined],
	['表单数据： - key：组件标识 - value：组件内的值', 'string', undefined],
	['格式： - 2019-08-15 - 2019-08-16', 'string', undefined],
	['一周起始日，可取值包括：sunday、monday。 默认值为“sunday”。', 'string', ['sunday', 'monday']],
	['关系。可选值：`and`（且）、`or`（或）。默认为 `and`。', 'string', ['and', 'or']],
	["对齐，可选值：为'left'-左对齐、'right'-右对齐。 根据", 'string', ['left', 'right']],
	['语言，取值。 zh_CN：中文（默认值）。 en_US：英文。', 'string', ['zh_CN', 'en_US']],
	['分页大小，取值1~100。', 'number', undefined],
] as const)('values in %s', (description_zh, type, values) =>
	expect(enumOf(param('x', 'String', { description_zh }), type)).toEqual(values),
);

test('an example outside the list makes the enumeration uncertain', () => {
	const description_zh = '取值： - A：甲 - B：乙';
	expect(enumOf(param('x', 'String', { description_zh, example: 'C' }), 'string')).toBeUndefined();
	expect(enumOf(param('x', 'String', { description_zh, example: 'B' }), 'string')).toEqual(['A', 'B']);
});

test.each([
	['y/n', ['y', 'n'], true],
	['grip', ['grid', 'speech'], true],
	['abc', ['crm_customer'], true],
	['Business', ['free', 'vip'], false],
	['AUTO_RENAME', ['autoRename', 'overwrite'], false],
	['y/z', ['y', 'n'], false],
])('the example %s with the values %j: %s', (example, values, agreed) => expect(agrees(example, values)).toBe(agreed));

const tableOf = (example?: unknown) => ({ example, request: true, whole: true, disagree: jest.fn() });
const members = (params: DocParam[], example?: unknown): Record<string, Schema> =>
	overlay({ type: 'object' }, params, tableOf(example)).properties ?? {};

test('lists, lists of lists and objects of rights have the values inside', () => {
	const description_zh = '取值： - w：甲 - r：乙';
	expect(members([param('a', 'String[]', { description_zh })]).a?.items?.enum).toEqual(['w', 'r']);
	const known: Schema = {
		type: 'object',
		properties: { a: { type: 'array', items: { type: 'array', items: { type: 'string' } } } },
	};
	overlay(known, [param('a', 'Array of Array', { description_zh })], tableOf([['w']]));
	expect(known.properties?.a?.items?.items?.enum).toEqual(['w', 'r']);
	const rights = [param('map', 'Object', { description_zh }), param('time', 'String', { parent: 'map' })];
	expect(members(rights).map?.properties?.time?.enum).toEqual(['w', 'r']);
});

test('an example that is none of the values is not shipped', () => {
	const description_zh = '取值： - A：甲 - B：乙';
	expect(members([param('a', 'String', { description_zh, example: 'A/B' })]).a).toEqual({
		type: 'string',
		enum: ['A', 'B'],
	});
});
