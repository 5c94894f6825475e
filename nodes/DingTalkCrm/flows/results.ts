import { refusalOf } from '../../runtime/partial';
import type { Json, Refusal } from '../../runtime/operation';
import { objectsIn } from '../../runtime/pick';
import { slices } from '../../runtime/slices';

/** Each entry of a batch answer, in the order in which they were sent; what DingTalk refused as its refusal. */
export function resultsOf(answer: Json, count: number): Array<Json | Refusal> {
	const results = objectsIn(answer.results);
	return Array.from({ length: count }, (_, index) => {
		const { success, errorCode, errorMsg, ...ids } = results[index] ?? {};
		if (success === true) return { ...ids, success };
		const code = errorCode === undefined ? {} : { code: String(errorCode) };
		return { entry: '', message: String(errorMsg ?? 'DingTalk said nothing about this one'), ...code };
	});
}

/** Sends many entries, so many in one call, one call after the other. A call that fails is the error of all its entries. */
export async function inSlices<T>(
	entries: readonly T[],
	most: number,
	send: (part: T[]) => Promise<Json>,
): Promise<Array<Json | Refusal>> {
	const all: Array<Json | Refusal> = [];
	for (const part of slices(entries, most))
		all.push(
			...(await send(part).then(
				(answer) => resultsOf(answer, part.length),
				(error: unknown) => part.map(() => refusalOf(error, '')),
			)),
		);
	return all;
}
