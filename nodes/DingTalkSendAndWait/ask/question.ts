import type { Values } from '../../runtime/fieldValues';
import type { fields } from '../form';
import { type Language, languageOf, wordsIn } from '../words';

export type Form = Values<typeof fields>;

export type Choice = 'approve' | 'decline';

/** A question as people see it. */
export interface Question {
	readonly subject: string;
	/** Markdown. */
	readonly message: string;
	/** What the buttons say; only `respond` where the answer is written on a page. */
	readonly buttons: ReadonlyArray<{ choice: Choice | 'respond'; label: string }>;
}

type Asked = Pick<Form, 'subject' | 'responseType' | 'approvalOptions'> & { message?: string };

/** What is asked. n8n's agents and some nodes write line breaks as `\n` or `<br>`. */
export function questionOf(
	{ subject, message = '', responseType, approvalOptions }: Asked,
	language: Language,
): Question {
	const say = wordsIn(language);
	const { approvalType = 'double', approveLabel, disapproveLabel } = approvalOptions?.values ?? {};
	const approval: Question['buttons'] = [
		{ choice: 'approve', label: approveLabel ?? say('approve') },
		...(approvalType === 'double' ? [{ choice: 'decline', label: disapproveLabel ?? say('decline') } as const] : []),
	];
	return {
		subject: subject ?? say('subject'),
		message: message.replace(/\\n|<br\s*\/?>/g, '\n'),
		buttons: responseType === 'approval' ? approval : [{ choice: 'respond', label: say('respond') }],
	};
}

/** The language of what is sent: Chinese unless it is set. */
export const sentLanguage = ({ language }: Pick<Form, 'language'>): Language => languageOf(language, undefined);
