import { builderHint } from '../../../nodes/DingTalkTrigger/builderHint';
import { type BuilderHint, builderHints } from '../../../nodes/shared/builderHints';
import { nodeFolders, nodeIn } from '../../../scripts/nodes';
import { productNodes } from '../../../scripts/products';

const operationsOf = (name: string) =>
	(productNodes.find((product) => product.name === name)?.resources ?? []).flatMap((resource) =>
		resource.operations.map(({ value }) => `${resource.value}:${value}`),
	);
const named = (text: string) => text.match(/\b[a-z]\w*:[a-z]\w*/g) ?? [];
const types = nodeFolders.map((folder) => nodeIn(folder).description);

const all: Array<[string, BuilderHint]> = Object.entries({ ...builderHints, dingTalkTrigger: builderHint });

test.each(all)('%s: the operations and nodes that its hint names exist', (name, hint) => {
	const { searchHint, relatedNodes } = hint;
	expect(types.find((type) => type.name === name)?.builderHint).toEqual(hint);
	const known = relatedNodes.map(({ nodeType }) => nodeType.replace('n8n-nodes-dingtalk-suite.', ''));
	expect(types.map((type) => type.name)).toEqual(expect.arrayContaining(known));
	expect(named(searchHint).filter((operation) => !operationsOf(name).includes(operation))).toEqual([]);
	for (const [index, { relationHint }] of relatedNodes.entries()) {
		const both = [...operationsOf(known[index] ?? ''), ...operationsOf(name)];
		expect(named(relationHint).filter((operation) => !both.includes(operation))).toEqual([]);
	}
});
