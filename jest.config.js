const { availableParallelism } = require('node:os');

/** @type {import('jest').Config} */
module.exports = {
	testEnvironment: 'node',
	roots: ['<rootDir>/test'],
	// One more than the processors, since many suites wait for sockets and time limits. (A single process, without workers, keeps what
	// every suite has loaded, and 200 suites are more than its memory.)
	maxWorkers: availableParallelism() + 1,
	workerIdleMemoryLimit: '1GB',
	// A test fails by its expectations, not by the speed of the machine.
	testTimeout: 120_000,
	setupFiles: ['<rootDir>/test/support/quiet.js'],
	reporters: ['default', '<rootDir>/test/support/slowest.js'],
	testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/e2e/'],
	transform: { '^.+\\.ts$': ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'typescript' } } }] },
};
