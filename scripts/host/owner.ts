import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Owner } from './api';

/**
 * The person who owns the n8n of a folder. The password is made at random for the folder and kept in it, so that a
 * page of another site or another person on this machine cannot know it.
 */
export const ownerOf = (userFolder: string): Owner => {
	const file = join(userFolder, 'owner.json');
	const named = { email: 'demo@example.com', firstName: 'Demo', lastName: 'Owner' };
	if (existsSync(file)) return { ...named, password: String(JSON.parse(readFileSync(file, 'utf8')).password) };
	// n8n wants a digit and a capital letter.
	const password = `A1-${randomBytes(12).toString('base64url')}`;
	mkdirSync(userFolder, { recursive: true });
	writeFileSync(file, JSON.stringify({ password }), { mode: 0o600 });
	return { ...named, password };
};
