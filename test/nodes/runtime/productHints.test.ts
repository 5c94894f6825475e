/** What a product knows of its own error codes: the `hints.json` of its resources. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startSandbox, type Sandbox } from '../../../sandbox';
import { execute, sandboxCredentials } from '../../support/engine';
import { getUser, nodeOf } from '../../support/node';

const root = join(__dirname, '../../..');
const files = execFileSync('git', ['ls-files', 'nodes/**/hints.json'], { cwd: root, encoding: 'utf8' })
	.trim()
	.split('\n');

test.each(files)('%s: each code in both languages, as whole sentences', (file) => {
	const hints = Object.entries(JSON.parse(readFileSync(join(root, file), 'utf8')) as Record<string, object>);
	expect(hints.length).toBeGreaterThan(0);
	for (const [, hint] of hints) {
		expect(Object.keys(hint).sort()).toEqual(['en', 'zh']);
		expect(Reflect.get(hint, 'en')).toMatch(/^[A-Z“"].*[.!]$/s);
		expect(Reflect.get(hint, 'zh')).toMatch(/\p{Script=Han}.*[。！]$/su);
	}
});

let sandbox: Sandbox;
beforeAll(async () => (sandbox = await startSandbox()));
afterAll(async () => await sandbox.close());

test('its words come before the general ones', async () => {
	const own = { en: 'A hint of the product.', zh: '产品提示。' };
	const hintOf = async (hints?: Record<string, typeof own>): Promise<unknown> =>
		await execute({
			nodeType: nodeOf([getUser], undefined, hints),
			parameters: { resource: 'thing', operation: 'getUser', userId: 'nobody', options: {} },
			credentials: sandboxCredentials(sandbox),
		}).catch((error: { description?: string }) => error.description);
	expect(await hintOf()).toContain('organisation');
	expect(await hintOf({ '33012': own, '60121': own })).toMatch(/^A hint of the product\.\n产品提示。\n/);
});
