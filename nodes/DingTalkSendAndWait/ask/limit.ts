import { WAIT_INDEFINITELY } from 'n8n-workflow';

import { InputError } from '../../runtime/inputError';

const MILLISECONDS = { minutes: 60_000, hours: 3_600_000, days: 86_400_000 };

interface Limit {
	limitType: 'afterTimeInterval' | 'atSpecifiedTime';
	resumeAmount?: number;
	resumeUnit?: keyof typeof MILLISECONDS;
	maxDateAndTime?: number;
}

/**
 * Until when an answer is waited for; `now` and the moments in epoch ms. @throws InputError for a time that is over already.
 */
export function waitTill(limit: Limit | undefined, now: number): Date {
	if (!limit) return WAIT_INDEFINITELY;
	const { limitType, resumeAmount = 0, resumeUnit = 'hours', maxDateAndTime = 0 } = limit;
	const till = limitType === 'atSpecifiedTime' ? maxDateAndTime : now + resumeAmount * MILLISECONDS[resumeUnit];
	// Later than n8n's own "for ever" is not waited for, and a moment that JavaScript has no date for neither.
	if (till > now) return new Date(Math.min(till, WAIT_INDEFINITELY.getTime()));
	throw new InputError('Limit Wait Time', 'is over already: choose a time in the future', '已经过去，请选择将来的时间');
}
