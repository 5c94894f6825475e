/**
 * The card template of Send and Wait as a file for the card platform (更多 → 导入): `npx tsx scripts/cardTemplate.ts` writes it.
 * The form is that of the exported templates in github.com/open-dingtalk/dingtalk-card-examples; there is no page about it, and
 * whether the platform takes a file with fewer settings than its own exports could not be tried.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const docs = join(__dirname, '..', 'docs');
export const EXAMPLE = join(docs, 'send-and-wait-card.json');
export const TEMPLATE = join(docs, 'send-and-wait-template.json');

/** A variable as the platform's editor keeps it; a private one can be different for each person. */
interface Variable {
	name: string;
	id: string;
	type: string;
	private: boolean;
	description: string;
	editorVarType: 'variables';
	disabled?: boolean;
	schema?: Variable[];
}

const variable = (name: string, type: string, description: string, more: Partial<Variable> = {}): Variable => ({
	name,
	id: name,
	type,
	private: false,
	description,
	editorVarType: 'variables',
	...more,
});
/** What is within another variable cannot be changed in the editor. */
const within = (id: string, type: string, description: string, schema?: Variable[]): Variable =>
	variable(id.split('.').at(-1) ?? '', type, description, { id, disabled: true, ...(schema && { schema }) });

export const variableList: Variable[] = [
	variable('title', 'string', 'Subject 标题'),
	variable('content', 'markdown', 'Message 正文', { schema: [] }),
	variable('status', 'string', 'Who decided 处理结果'),
	variable('note', 'string', 'Only for the person who clicked 仅点击人可见的提示', { private: true }),
	variable('hasAction', 'boolean', 'The buttons are shown 是否显示按钮'),
	variable('btns', 'buttonGroup', 'Buttons 按钮', {
		schema: [
			within('btns[0].text', 'string', 'Text 文案'),
			within('btns[0].color', 'string', 'Color 颜色'),
			within('btns[0].status', 'string', 'Status 状态'),
			within('btns[0].event', 'dynamicEvent', 'Click 点击事件', [
				within('btns[0].event.type', 'string', 'sendCardRequest'),
				within('btns[0].event.params', 'object', 'Parameters 参数', [
					within('btns[0].event.params.actionId', 'string', 'Action ID'),
					within('btns[0].event.params.params', 'object', 'What comes back 回传参数'),
				]),
			]),
		],
	}),
];

const boundTo = (name: string) => ({ type: 'variableValue', variableType: 'global', variable: name });
/** Shown while the variable is not empty, or true. */
const visibleWhile = (op: 'isNotEmpty' | 'isTrue', name: string) => ({
	type: 'dynamicVisible',
	value: true,
	valueType: 'condition',
	condition: {
		op: 'and',
		conditions: [
			{
				op,
				type: 'variable',
				variable: name,
				variableType: 'global',
				value: '',
				valueType: 'fixed',
				valueVariableType: 'global',
			},
		],
	},
});

const margins = { marginLeft: 12, marginRight: 12, marginTop: 6, marginBottom: 6 };
const node = (componentName: string, title: string, props: object, children?: object[]) => ({
	componentName,
	id: `node_n8n_${title.toLowerCase().replaceAll(' ', '_')}`,
	props,
	title,
	hidden: false,
	isLocked: false,
	condition: true,
	conditionGroup: '',
	...(children && { children }),
});
const text = (title: string, name: string, styleToken: string, more: object = {}) =>
	node('BaseText', title, {
		text: { type: 'dynamicString', i18n: false, content: `\${${name}}` },
		widthMode: 'match_parent',
		gravity: 'left',
		fontSizeType: 'Standard',
		styleType: 'standard',
		styleToken,
		maxLine: { type: 'dynamicNumber', valueType: 'fixed', value: 0, variable: '', variableType: 'global' },
		...margins,
		...more,
	});

const tree = node('Card', 'Card', { summaryContent: boundTo('title'), enableClickEvent: false }, [
	text('Title', 'title', 'common_h4_text_style'),
	node('MarkdownBlock', 'Content', { isStreaming: false, mdVer: 0, content: boundTo('content') }),
	text('Status', 'status', 'common_body_text_style', { visible: visibleWhile('isNotEmpty', 'status') }),
	text('Note', 'note', 'common_footnote_text_style', { visible: visibleWhile('isNotEmpty', 'note') }),
	node('ButtonGroup', 'Buttons', {
		buttonsSource: 'variable',
		dynamicButtons: boundTo('btns'),
		fixedButtonIds: [],
		fixedButtons: [],
		enableResponsiveLayout: false,
		responsiveLayoutWidth: 350,
		matchContent: false,
		buttonSpacing: 8,
		visible: visibleWhile('isTrue', 'hasAction'),
		...margins,
	}),
]);

const component = (componentName: string) => ({
	package: '@ali/dxComponent',
	version: '1.0.0',
	exportName: componentName,
	main: './src/index.tsx',
	destructuring: false,
	subName: '',
	componentName,
});

/** The file: `editorData` is the editor's state as text; it makes `widgetInfo`, the drawing of the card, anew when it saves. */
export function cardTemplate(): string {
	const example = JSON.parse(readFileSync(EXAMPLE, 'utf8')) as Record<string, unknown>;
	const { note, ...shown } = example;
	const cardData = { ...shown, hasAction: true };
	const editorData = {
		schemaVersion: '3.0.0',
		schema: {
			version: '1.0.0',
			componentsMap: ['BaseText', 'MarkdownBlock', 'ButtonGroup', 'Card'].map(component),
			componentsTree: [tree],
			i18n: {},
		},
		mockData: { cardData, cardPrivateData: { note }, localData: {}, richTextData: {} },
		editVersion: 0,
		customWidgetInfo: '',
		useCustomWidgetInfo: false,
		variableList,
		formList: [],
		customContextList: [],
		expList: [],
		localList: [],
		hsfList: [],
		lwpList: [],
		pageData: {},
		extension: { extendType: 'NORMAL', fileTypeList: [] },
	};
	const widgetInfo =
		'<LinearLayout\n  width="@data{width}"\n  height="match_content"\n  orientation="vertical">\n</LinearLayout>\n';
	const file = { editorData: JSON.stringify(editorData), widgetInfo, type: 'im', mode: 'card' };
	return `${JSON.stringify(file, undefined, '\t')}\n`;
}

if (require.main === module) writeFileSync(TEMPLATE, cardTemplate());
