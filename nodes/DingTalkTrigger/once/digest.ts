import { createHash } from 'crypto';

/** Characters of a digest: 96 bits, so that two events in a thousand million have none in common. */
export const DIGEST_LENGTH = 16;

/** A name of any length in so many characters: what DingTalk sends as an event's id is not limited. */
export const digestOf = (name: string): string =>
	createHash('sha256').update(name).digest('base64url').slice(0, DIGEST_LENGTH);
