// Lints a folder by n8n's package scanner, and prints every error and warning as JSON: `node scan.mjs <folder> <pattern>…`.
// The scanner itself only looks at errors: what its ESLint finds is taken down on its way to it.
import { ESLint } from 'eslint';
import { analyzePackage } from '@n8n/scan-community-package/scanner/scanner.mjs';

const [folder, ...patterns] = process.argv.slice(2);

let results = [];
const { lintFiles } = ESLint.prototype;
ESLint.prototype.lintFiles = async function (files) {
	results = await lintFiles.call(this, files);
	return results;
};
const { passed, details } = await analyzePackage(folder, patterns);

const findings = results.flatMap(({ filePath, messages }) =>
	messages.map(
		({ ruleId, severity, line, message }) =>
			`${filePath.slice(folder.length + 1)}:${line} ${severity === 2 ? 'error' : 'warning'} ${ruleId}: ${message}`,
	),
);
process.stdout.write(JSON.stringify({ passed, details, files: results.length, findings }));
