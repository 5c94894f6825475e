import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { icons } from '../scripts/icons/draw';
import { nodeFolders, nodeIn } from '../scripts/nodes';

const folder = join(__dirname, '../icons');

test('the icons are those that scripts/icons draws (npm run icons), each of 1.5 KB at most', () => {
	const files = new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
	expect(Object.fromEntries(files)).toEqual(Object.fromEntries(icons()));
	expect([...files].filter(([, svg]) => svg.length > 1536)).toEqual([]);
});

test('every node has a light and a dark icon of its own', () => {
	const used = nodeFolders.map((name) => nodeIn(name).description.icon);
	for (const icon of used) {
		expect(icon).toEqual({ light: expect.any(String), dark: expect.any(String) });
		const { light, dark } = icon as { light: string; dark: string };
		expect(dark).toBe(light.replace(/\.svg$/, '.dark.svg'));
		expect([...icons().keys()]).toContain(light.replace('file:../../icons/', ''));
	}
	expect(new Set(used.map((icon) => JSON.stringify(icon))).size).toBe(nodeFolders.length);
});
