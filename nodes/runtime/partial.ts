import { DingTalkError } from '../protocol/errors';
import type { Json } from '../protocol/json';
import type { PartlyDone, Refusal } from './operation';

/** The item that stands for one entry that DingTalk refused. `error` is its only member: n8n sends just such items to the error output. */
export const refusalItem = ({ entry, message, code }: Refusal): Json => ({
	error: { entry, message, ...(code !== undefined && { code }) },
});

/** DingTalk's refusal of one entry as the error of an item. */
export const refusalError = ({ entry, message, code, cause }: Refusal): unknown =>
	cause ??
	new DingTalkError({
		code: code ?? 'refused',
		kind: 'refused',
		message: entry === '' ? message : `${entry}: ${message}`,
	});

type TellHint = (en: string, zh: string) => void;

/** Tells the user after the run which entries of so many were refused. */
function tellRefused(refused: readonly Refusal[], all: number, hint: TellHint): void {
	const names = refused.map(({ entry }) => entry).join(', ');
	hint(
		`DingTalk refused ${refused.length} of ${all}: ${names}`,
		`钉钉拒绝了 ${all} 项中的 ${refused.length} 项：${names}`,
	);
}

/**
 * One entry of the output for each entry of a call. @throws DingTalkError naming them when DingTalk refused all.
 * @param hint Tells the user after the run that some failed.
 */
export function settled({ ok, failed, within }: PartlyDone, hint: TellHint): Json[] {
	const [first] = failed;
	if (first === undefined) return ok;
	if (ok.length === 0) {
		// One call for all of them that failed is told as any other call.
		if (first.cause !== undefined && failed.every(({ cause }) => cause === first.cause)) throw first.cause;
		const message = failed
			.map(({ entry, message: words }) => (entry === '' ? words : `${entry}: ${words}`))
			.slice(0, 5)
			.join('; ');
		throw new DingTalkError({
			code: first.code ?? 'allRefused',
			kind: 'refused',
			message: failed.length > 5 ? `${message}; … (${failed.length} in all)` : message,
		});
	}
	tellRefused(failed, within ?? failed.length + ok.length, hint);
	return within === undefined ? [...ok, ...failed.map(refusalItem)] : ok;
}

export const isRefusal = (output: unknown): output is Refusal =>
	typeof output === 'object' &&
	output !== null &&
	'entry' in output &&
	'message' in output &&
	Object.keys(output).every((name) => ['entry', 'message', 'code', 'cause'].includes(name));

/** Why an entry failed, as its refusal: the error itself is kept, so that the item tells its code, request id and what to do. */
export const refusalOf = (error: unknown, entry: string): Refusal => ({
	entry,
	message: error instanceof Error ? error.message : String(error),
	cause: error,
});

/**
 * One item's output where it is written in entries, of which some were refused: what was done stays, so that nobody does it again.
 * @param hint Tells the user after the run that some failed.
 */
export function withRefusals(outcomes: ReadonlyArray<Json | Refusal>, hint: TellHint): Json[] | Refusal {
	const refused = outcomes.filter(isRefusal);
	const [first] = refused;
	if (first && refused.length === outcomes.length) return first;
	if (first) tellRefused(refused, outcomes.length, hint);
	return outcomes.map((outcome): Json => (isRefusal(outcome) ? refusalItem(outcome) : outcome));
}
