import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const root = join(__dirname, '../../..');
const file = join(__dirname, 'types.ts');

/** What TypeScript says about one file under the project's own settings. */
function diagnosticsOf(text: string): string[] {
	const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), (path) => ts.sys.readFile(path)) as {
		config: { compilerOptions: object };
	};
	const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, root);
	const host = ts.createCompilerHost(options);
	const { getSourceFile } = host;
	host.getSourceFile = (name, ...rest) =>
		name === file ? ts.createSourceFile(name, text, ts.ScriptTarget.ES2022, true) : getSourceFile(name, ...rest);
	const program = ts.createProgram([file], options, host);
	return ts
		.getPreEmitDiagnostics(program, program.getSourceFile(file))
		.map(
			({ messageText, start = 0 }) =>
				`${text.slice(0, start).split('\n').length}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`,
		);
}

const text = readFileSync(file, 'utf8');

test('every marked line is refused by TypeScript, and nothing else', () => {
	expect(diagnosticsOf(text)).toEqual([]);
	expect(text.match(/@ts-expect-error/g)?.length).toBeGreaterThanOrEqual(20);
}, 60_000);

test('without the marks each of them is an error', () => {
	const marks = text.match(/@ts-expect-error/g)?.length;
	const refused = new Set(
		diagnosticsOf(text.replaceAll('@ts-expect-error', 'refused:')).map((diagnostic) => diagnostic.split(':')[0]),
	);
	expect(refused.size).toBeGreaterThanOrEqual(marks ?? 0);
}, 60_000);
