import { join } from 'node:path';
import ts from 'typescript';

const root = join(__dirname, '..');
const oldest = 'node_modules/n8n-workflow-oldest/dist/cjs/index.d.ts';

/**
 * What a newer n8n takes and an older one ignores, by design:
 * emit's deduplication key (the node's static data does its work) and sleep's abort signal (the timer runs out for nothing),
 * and the end of the execution, which the AI card and the trigger ask for where n8n tells it.
 */
const ignoredByOldest = [
	"nodes/DingTalkAiCard/supply/supplyModel.ts: Property 'onExecutionFinish' does not exist on type 'ISupplyDataFunctions'.",
	'nodes/DingTalkTrigger/once/emission.ts: Expected 1-3 arguments, but got 4.',
	"nodes/DingTalkTrigger/once/workers.ts: Property 'onExecutionFinish' does not exist on type 'IExecuteFunctions'.",
	'nodes/listening/clock.ts: Expected 1 arguments, but got 2.',
];

/** The shipped code, compiled against the n8n-workflow of the oldest n8n that it promises to run in (1.123.0). */
test('uses nothing that n8n 1.123 does not have', () => {
	const { config } = ts.readConfigFile(join(root, 'tsconfig.build.json'), (path) => ts.sys.readFile(path));
	const { fileNames, options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
	const program = ts.createProgram(fileNames, {
		...options,
		noEmit: true,
		noCheck: false,
		baseUrl: root,
		paths: { 'n8n-workflow': [oldest] },
	});
	const found = ts
		.getPreEmitDiagnostics(program)
		.map(
			({ file, messageText }) =>
				`${file?.fileName.slice(root.length + 1)}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`,
		);
	// Each once: code that looks whether n8n has something names it twice.
	expect([...new Set(found)].sort()).toEqual(ignoredByOldest);
}, 120_000);
