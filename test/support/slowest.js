/** Ends a run by naming the suites that took longest. */
const { relative } = require('node:path');

const SHOWN = 10;

module.exports = class Slowest {
	/** @param {{ rootDir: string }} config */
	constructor({ rootDir }) {
		this.rootDir = rootDir;
	}

	onRunComplete(_, { testResults }) {
		if (testResults.length <= SHOWN) return;
		const slowest = testResults
			.map(({ testFilePath, perfStats: { start, end } }) => ({ file: testFilePath, seconds: (end - start) / 1000 }))
			.sort((a, b) => b.seconds - a.seconds)
			.slice(0, SHOWN);
		const lines = slowest.map(
			({ file, seconds }) => `  ${seconds.toFixed(1).padStart(6)} s  ${relative(this.rootDir, file)}`,
		);
		process.stderr.write(`\nSlowest of ${testResults.length} suites:\n${lines.join('\n')}\n`);
	}
};
