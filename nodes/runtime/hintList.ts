import type { IExecuteFunctions } from 'n8n-workflow';
import { weaver } from './words';

/** What the user should know after a run that went well, once for the same words. */
export class HintList {
	private readonly words = new Map<string, string>();

	add(en: string, zh: string): void {
		this.words.set(en, zh);
	}

	/** Hands them to n8n, which shows them above the output. */
	show(context: Pick<IExecuteFunctions, 'addExecutionHints'>): void {
		const { both } = weaver();
		for (const [en, zh] of [...this.words].slice(0, MOST))
			context.addExecutionHints({ message: both(en, zh), location: 'outputPane', type: 'warning' });
	}
}

/** Hints that a person still reads. */
const MOST = 10;
