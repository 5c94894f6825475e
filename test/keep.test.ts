import { existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { markUsed, removeUnused } from '../scripts/host/keep';

test('of the cached n8n the two that were used last stay, and what is being installed', () => {
	const cache = mkdtempSync(join(tmpdir(), 'keep-'));
	const folder = (name: string, day: number) => {
		const path = join(cache, name);
		mkdirSync(path);
		writeFileSync(join(path, 'file'), '');
		utimesSync(path, day * 86_400, day * 86_400);
		return path;
	};
	const oldest = folder('a', 1);
	const middle = folder('b', 2);
	const newest = folder('c', 3);
	const filling = folder('d.partial', 0);
	writeFileSync(join(cache, 'e.lock'), '1');
	markUsed(oldest);
	expect(removeUnused(cache)).toEqual([middle]);
	expect([oldest, middle, newest, filling, join(cache, 'e.lock')].map(existsSync)).toEqual([
		true,
		false,
		true,
		true,
		true,
	]);
	expect(removeUnused(cache)).toEqual([]);
	// They may be running.
	for (const one of [oldest, folder('f', 4), folder('g', 5)]) markUsed(one);
	expect(removeUnused(cache)).toEqual([newest]);
	rmSync(cache, { recursive: true });
});
