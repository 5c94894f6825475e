/** Moments are epoch milliseconds everywhere inside; these are the two other forms that DingTalk's routes want. */

/** `2026-11-21T08:30:00Z` (UTC, whole seconds). */
export const toIso = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19)}Z`;

/** China has had one time zone and no summer time since 1991: UTC+8 all year. */
const CHINA_OFFSET_MS = 8 * 60 * 60 * 1000;

/** `2026-11-21 16:30:00` in China time, as the legacy attendance routes want it. */
export const toChinaTime = (ms: number): string =>
	new Date(ms + CHINA_OFFSET_MS).toISOString().slice(0, 19).replace('T', ' ');

/** `2026-11-21` in China time. */
export const toChinaDate = (ms: number): string => toChinaTime(ms).slice(0, 10);
