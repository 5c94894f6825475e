// Lints a folder exactly as n8n's package scanner does, and prints every error and warning as JSON: `node scan.mjs <folder> <pattern>…`.
// The scanner itself is asked as well; it only looks at errors.
import { ESLint } from 'eslint';
import glob from 'fast-glob';
import { analyzePackage, buildScanConfig } from '@n8n/scan-community-package/scanner/scanner.mjs';

const [folder, ...patterns] = process.argv.slice(2);
const { passed, details } = await analyzePackage(folder, patterns);
const eslint = new ESLint({
	cwd: folder,
	allowInlineConfig: false,
	overrideConfigFile: true,
	overrideConfig: await buildScanConfig(),
});
const files = glob.sync(patterns, { cwd: folder, absolute: true, ignore: ['node_modules/**', '**/package-lock.json'] });
const results = await eslint.lintFiles(files);
const findings = results.flatMap(({ filePath, messages }) =>
	messages.map(
		({ ruleId, severity, line, message }) =>
			`${filePath.slice(folder.length + 1)}:${line} ${severity === 2 ? 'error' : 'warning'} ${ruleId}: ${message}`,
	),
);
process.stdout.write(JSON.stringify({ passed, details, files: files.length, findings }));
