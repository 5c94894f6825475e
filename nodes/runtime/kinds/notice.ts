import type { Kind } from './kind';

/** Words in the form; has no value. */
export const notice: Kind = { isEmpty: () => false, read: () => undefined, sample: () => undefined };
