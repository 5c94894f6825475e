/** docs/nodes: one page for each node, from its own description and the examples that use it. */
import type { AnyOperation, Resource } from '../../nodes/runtime/operation';
import { nodeFolders, nodeIn } from '../nodes';
import { productNodes } from '../products';
import { cost } from './costs';
import { hintsOf, hintTable } from './errors';
import { examplesOf, type Shown } from './examples';
import { describe, fileOf, speak, table } from './markdown';
import permissionNames from './permissionNames.json';
import { withoutOperations } from './withoutOperations';

/** "DingTalk AI Table" → `ai-table`. */
export const pageOf = (folder: string): string =>
	nodeIn(folder)
		.description.displayName.replace(/^DingTalk /, '')
		.toLowerCase()
		.replace(/ /g, '-');

const resourcesOf = (folder: string): readonly Resource[] =>
	productNodes.find((one) => one.folder === folder)?.resources ?? [];
const link = ({ file, name }: Shown) => `[${name}](../../examples/${file}.json)`;
const consoleNames = new Map<string, string>(Object.entries(permissionNames));

/** A permission as the console lists it: by its Chinese name, and by its code. */
export const permission = (codes = ''): string =>
	codes
		.split(/[,、 ]+/)
		.filter(Boolean)
		.map((code) => [`\`${code}\``, consoleNames.get(code)].filter(Boolean).join(' '))
		.join('<br>');

const named = (resource: Resource, operation: AnyOperation, chinese: boolean) =>
	chinese ? `${resource.zh.name} · ${operation.zh?.name ?? operation.name}` : `${resource.name} · ${operation.name}`;

/** Jobs: what an example does, and the first two operations of each resource, which are those that are used most. */
function jobs(folder: string, chinese: boolean): string {
	const say = speak(chinese);
	const rows = resourcesOf(folder).flatMap((resource) =>
		resource.operations.flatMap((operation, index) => {
			const examples = examplesOf({ folder, resource: resource.value, operation: operation.value });
			if (index > 1 && examples.length === 0) return [];
			return [
				[
					say(operation.action, operation.zh?.action ?? operation.action),
					named(resource, operation, chinese),
					cost(operation, chinese),
					examples.map(link).join('<br>') || '–',
				],
			];
		}),
	);
	return table(say(['Job', 'Operation', 'Calls', 'Example'], ['要做的事', '操作', '调用次数', '示例']), rows);
}

/** Which permission opens which operations. */
function permissions(folder: string, chinese: boolean): string {
	const say = speak(chinese);
	const byCode = new Map<string, string[]>();
	for (const resource of resourcesOf(folder))
		for (const operation of resource.operations) {
			const code = permission(operation.permission) || say('none', '无需权限');
			byCode.set(code, [...(byCode.get(code) ?? []), named(resource, operation, chinese)]);
		}
	return table(
		say(['Permission', 'Operations'], ['权限', '操作']),
		[...byCode].map(([code, names]) => [code, names.join(say(', ', '、'))]),
	);
}

function examples(folder: string, chinese: boolean): string {
	const say = speak(chinese);
	const shown = examplesOf({ folder });
	if (shown.length === 0) return say('No example uses this node yet.', '目前没有使用该节点的示例。');
	const lines = shown.map((one) => `- ${link(one)}${say(': ', '：')}${say(one.about.en, one.about.zh)}`);
	return [
		say(
			'Download the file, then in the n8n editor: ⋯ (top right) → Import from File. Choose your own credential in each node.',
			'下载文件后，在 n8n 编辑器右上角 ⋯ → 从文件导入（Import from File），并在各节点中选择自己的凭证。',
		),
		lines.join('\n'),
	].join('\n\n');
}

/** A page: its parts are left out where there is nothing to say. */
export function nodePage(folder: string, chinese: boolean): string {
	const say = speak(chinese);
	const { displayName, description } = nodeIn(folder).description;
	const operated = resourcesOf(folder).length > 0;
	const told = hintsOf(folder);
	const anchor = displayName.toLowerCase().replace(/ /g, '-');
	const otherPage = fileOf(pageOf(folder), !chinese);
	const index = fileOf('../README', chinese);
	const special = withoutOperations[folder];
	const all = `[${say('routes and the page of each operation at DingTalk', '接口与钉钉文档')}](${fileOf('../operations', chinese)}#${anchor})`;
	const parts = [
		`# ${displayName}`,
		`[${say('中文', 'English')}](${otherPage}) · [${say('all documents', '全部文档')}](${index})`,
		describe(description, chinese),
		special && say(special.en, special.zh).join('\n\n'),
		operated && `## ${say('Most used jobs', '常用操作')}\n\n${jobs(folder, chinese)}`,
		`## ${say('Workflows to import', '可导入的示例')}\n\n${examples(folder, chinese)}`,
		operated &&
			`## ${say('Permissions', '权限')}\n\n${permissions(folder, chinese)}\n\n${say('Also', '另见')}${say(': ', '：')}${all}${say('.', '。')}`,
		told.length > 0 &&
			`## ${say('When DingTalk refuses', '钉钉报错时')}\n\n${hintTable(told, chinese)}\n\n${say('Other codes', '其他错误码')}${say(': ', '：')}[${say('troubleshooting', '错误码与处理')}](${fileOf('../troubleshooting', chinese)})${say('.', '。')}`,
	];
	return `${parts.filter(Boolean).join('\n\n')}\n`;
}

/** The list of all pages for docs/README. */
export const pageList = (chinese: boolean): string =>
	nodeFolders
		.map((folder) => {
			const { displayName, description } = nodeIn(folder).description;
			const say = speak(chinese);
			return `- [${displayName}](${fileOf(`nodes/${pageOf(folder)}`, chinese)})${say(': ', '：')}${describe(description, chinese)}`;
		})
		.join('\n');
