import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { ownerOf } from '../../scripts/host/owner';

const folders = [1, 2].map(() => mkdtempSync(join(tmpdir(), 'owner-')));
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

test('the password of a demo is kept in its folder, is another in another, and only its owner can read it', () => {
	const [one, other] = folders;
	const { password } = ownerOf(one);
	expect(ownerOf(one).password).toBe(password);
	expect(ownerOf(other).password).not.toBe(password);
	// What n8n wants: 8 to 64 characters, a digit, a capital letter.
	expect(password).toMatch(/^(?=.*\d)(?=.*[A-Z]).{8,64}$/);
	expect(statSync(join(one, 'owner.json')).mode & 0o077).toBe(0);
});
