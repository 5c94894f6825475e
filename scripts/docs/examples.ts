/** Which of the nodes' operations the example workflows use, read from the workflows themselves. */
import type { INode } from 'n8n-workflow';
import { readExamples } from '../host/examples';
import { nodeFolders, nodeIn, packageName } from '../nodes';
import { productNodes } from '../products';

/** A node of an example: `folder` of the node, and the operation where the node has operations. */
export interface Use {
	folder: string;
	resource?: string;
	operation?: string;
}

export interface Shown {
	/** `approval-leave` */
	file: string;
	/** What n8n calls the workflow after the import, in both languages. */
	name: string;
	/** What its first note says, by language. */
	about: { en: string; zh: string };
	uses: Use[];
}

const folderOf = new Map<string, string>(
	nodeFolders.map((folder) => [`${packageName}.${nodeIn(folder).description.name}`, folder] as const),
);

/** n8n saves no parameter that has its default value: the first resource, its first operation. */
function useOf({ type, parameters }: INode): Use[] {
	const folder = folderOf.get(type.replace(/Tool$/, ''));
	if (!folder) return [];
	const resources = productNodes.find((one) => one.folder === folder)?.resources;
	const resource = resources?.find(({ value }) => value === (parameters.resource ?? resources[0]?.value));
	if (!resource) return [{ folder }];
	const operation = String(parameters.operation ?? resource.operations[0]?.value);
	return [{ folder, resource: resource.value, operation }];
}

/** A note is "## title, text, ---, ## 标题, 正文". */
function aboutOf(nodes: INode[]): Shown['about'] {
	const note = nodes.find(({ type }) => type === 'n8n-nodes-base.stickyNote');
	const [en = '', zh = ''] = String(note?.parameters.content ?? '').split(/\n-{3,}\n/);
	const text = (part: string) => part.replace(/^\s*#+ .*\n/, '').trim();
	const first = (part: string) => text(part).split(/\n\s*\n/)[0] ?? '';
	return { en: first(en), zh: first(zh) };
}

const shownExamples: readonly Shown[] = readExamples().map(({ file, workflow: { name, nodes } }) => ({
	file,
	name,
	about: aboutOf(nodes),
	uses: nodes.flatMap(useOf),
}));

/** Those that use a node, or just one operation of it. */
export const examplesOf = (wanted: Use): Shown[] =>
	shownExamples.filter(({ uses }) =>
		uses.some(
			({ folder, resource, operation }) =>
				folder === wanted.folder &&
				(wanted.resource === undefined || (resource === wanted.resource && operation === wanted.operation)),
		),
	);
