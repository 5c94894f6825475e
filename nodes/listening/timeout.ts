import type { Clock } from '../protocol/stream/ports';

/** What a promise resolves with, undefined when that takes longer than `limit` milliseconds. Leaves no timer. */
export async function within<T>(clock: Clock, limit: number, promise: Promise<T>): Promise<T | undefined> {
	let callOff = () => {};
	const late = new Promise<undefined>((resolve) => {
		callOff = clock.after(limit, () => resolve(undefined));
	});
	return await Promise.race([promise, late]).finally(callOff);
}
