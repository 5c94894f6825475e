/** China has one time zone and no summer time: UTC+8. */
const CHINA = 8 * 3_600_000;
const DAY = 86_400_000;

/** `2026-08-22 09:00:00` in China. */
export const chinaTime = (ms: number): string => new Date(ms + CHINA).toISOString().slice(0, 19).replace('T', ' ');

/** `2022-08-31T11:52Z`, as the approval API writes times. */
export const minuteTime = (ms: number): string => `${new Date(ms).toISOString().slice(0, 16)}Z`;

/** Epoch milliseconds of `yyyy-MM-dd` or `yyyy-MM-dd HH:mm:ss` in China; undefined for any other text. */
export const parseChinaTime = (text: string): number | undefined => {
	const fields = /^(\d{4}-\d{2}-\d{2})(?: (\d{2}:\d{2}:\d{2}))?$/.exec(text);
	if (!fields) return undefined;
	const ms = Date.parse(`${fields[1]}T${fields[2] ?? '00:00:00'}+08:00`);
	return Number.isNaN(ms) ? undefined : ms;
};

/** Start of the day in China. */
export const chinaDay = (ms: number): number => Math.floor((ms + CHINA) / DAY) * DAY - CHINA;
