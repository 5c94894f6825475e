import { dayAfter, startOfDay } from '../../runtime/moment';

/** DingTalk's attendance days are China's, wherever the workflow's zone is. */
const CHINA = 'Asia/Shanghai';

/** First moment (epoch ms) of an attendance day `2026-11-27`. */
export const dayStart = (day: string): number => startOfDay(day, CHINA);

/** Last second (epoch ms) of an attendance day: two ends of seven days are less than seven days apart. */
export const dayEnd = (day: string): number => startOfDay(dayAfter(day), CHINA) - 1000;

/** All days from the first to the last one. */
export function daysBetween(from: string, to: string): string[] {
	const days: string[] = [];
	for (let day = from; day <= to; day = dayAfter(day)) days.push(day);
	return days;
}
