import { config } from '@n8n/node-cli/eslint';

export default [
	{ ignores: ['dist/**', 'n8n/**', 'test-results/**', 'release/**', '.cache/**'] },
	...config,
	{
		// What is not shipped may use Node freely: the community-node rules guard the published code only.
		files: ['test/**/*.ts', 'sandbox/**/*.ts', 'scripts/**/*.ts', 'bench/**/*.ts'],
		rules: {
			'no-console': 'off',
			'@n8n/community-nodes/no-restricted-globals': 'off',
			'@n8n/community-nodes/no-restricted-imports': 'off',
			'@n8n/community-nodes/no-dangerous-functions': 'off',
			'@n8n/community-nodes/require-node-api-error': 'off',
			'import-x/no-unresolved': 'off',
		},
	},
];
