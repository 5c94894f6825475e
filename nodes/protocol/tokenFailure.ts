import type { DingTalkError } from './errors';

/**
 * Why no token could be fetched, by the decrypted credential that it was for. n8n throws an error of its own in the
 * place of a credential's, and up to at least n8n 2.10 that one drops its cause (n8n-workflow `ExecutionBaseError`).
 */
const failures = new WeakMap<object, DingTalkError>();

/** Keeps the reason for whoever made the request. */
export function keepTokenFailure(credential: object, failure: DingTalkError): DingTalkError {
	failures.set(credential, failure);
	return failure;
}

/** The reason, once: a later failure with the same credential may have another. */
export function takeTokenFailure(credential: object): DingTalkError | undefined {
	const failure = failures.get(credential);
	failures.delete(credential);
	return failure;
}
