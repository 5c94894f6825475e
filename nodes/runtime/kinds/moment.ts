import type { Field, Reading } from '../field';
import { InputError } from '../inputError';
import { toDay, toMoment } from '../moment';
import { isBlank, shown, type Kind } from './kind';

function momentIn(field: Field, raw: unknown, { timezone }: Reading): number {
	const read = toMoment(raw, timezone);
	if (read !== undefined && Number.isFinite(read)) return read;
	throw new InputError(
		field.displayName,
		`is not a date and time: "${shown(raw)}"`,
		`不是有效的日期时间：“${shown(raw)}”`,
	);
}

export const moment: Kind = {
	isEmpty: (_, raw) => isBlank(raw),
	read: (field, raw, reading) => {
		const read = momentIn(field, raw, reading);
		return field.day ? toDay(read, reading.timezone) : read;
	},
	sample: ({ day }) => (day ? '2023-11-14' : 1_700_000_000_000),
};
