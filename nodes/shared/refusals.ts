import type { Json, Refusal } from '../runtime/operation';
import { isRefusal, refusalItem } from '../runtime/partial';

/**
 * One item's output where it is written in entries, of which some were refused: what was done stays, so that nobody does it again.
 * @param hint Tells the user after the run that some failed.
 */
export function withRefusals(
	outcomes: ReadonlyArray<Json | Refusal>,
	hint: (en: string, zh: string) => void,
): Json[] | Refusal {
	const refused = outcomes.filter(isRefusal);
	const [first] = refused;
	if (first && refused.length === outcomes.length) return first;
	if (first)
		hint(
			`DingTalk refused ${refused.length} of ${outcomes.length}: ${refused.map(({ entry }) => entry).join(', ')}`,
			`钉钉拒绝了 ${outcomes.length} 项中的 ${refused.length} 项：${refused.map(({ entry }) => entry).join('、')}`,
		);
	return outcomes.map((outcome): Json => (isRefusal(outcome) ? refusalItem(outcome) : outcome));
}
