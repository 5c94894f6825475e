import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { notesOf } from '../scripts/releaseNotes';

const changelog =
	'# Changelog\n\n## 1.1.0 (2026-02-01)\n\n- new\n\n### Fixed\n\n- old\n\n## 1.0.0\n\n- first\n\n## 0.9.0\n\n';

test.each([
	['1.1.0', '- new\n\n### Fixed\n\n- old'],
	['1.0.0', '- first'],
	['0.9.0', undefined],
	['1.1', undefined],
	['2.0.0', undefined],
])('what the changelog says of %s', (version, notes) => {
	expect(notesOf(changelog, version)).toBe(notes);
});

test('the changelog tells of the version that package.json has', () => {
	const read = (file: string) => readFileSync(join(__dirname, '..', file), 'utf8');
	const { version } = JSON.parse(read('package.json')) as { version: string };
	expect(notesOf(read('CHANGELOG.md'), version)).toBeDefined();
});
