/** @type {import('jest').Config} */
module.exports = {
	testEnvironment: 'node',
	roots: ['<rootDir>/test'],
	// jest leaves one core free by default, and a machine of two cores would run one suite at a time.
	maxWorkers: '100%',
	// A test fails by its expectations, not by the speed of the machine.
	testTimeout: 120_000,
	setupFiles: ['<rootDir>/test/support/quiet.js'],
	reporters: ['default', '<rootDir>/test/support/slowest.js'],
	testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/e2e/'],
	transform: { '^.+\\.ts$': ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'typescript' } } }] },
};
