/** Epoch ms as China shows it in lists: `2026-12-01 09:00`. What is no time is empty. */
export function timeText(at: unknown): string {
	const ms = Number(at);
	if (!Number.isFinite(ms) || ms <= 0) return '';
	return new Date(ms + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
}

/** Milliseconds from the start of a recording: `01:02:03`. */
export const clockText = (ms: unknown): string => {
	const seconds = Math.floor((Number(ms) || 0) / 1000);
	const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
	return parts.map((part) => String(part).padStart(2, '0')).join(':');
};
