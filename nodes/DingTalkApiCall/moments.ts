import type { Schema } from '../catalog/types';
import { toChinaDate, toChinaTime, toIso } from '../protocol/time';
import { toMoment } from '../runtime/moment';

type Form = NonNullable<Schema['time']>;

/** Epoch ms → what the route wants. */
const write: Record<Form, (ms: number) => string | number> = {
	ms: (ms) => ms,
	s: (ms) => Math.floor(ms / 1000),
	iso: toIso,
	chinaTime: toChinaTime,
	chinaDate: toChinaDate,
	chinaDay: (ms) => toChinaDate(ms).replace(/-/g, ''),
};

/** A date with or without a time, as the legacy API writes them: in China's time, and many routes take either. */
const CHINESE = /^\d{4}-\d\d-\d\d( \d\d:\d\d(:\d\d)?)?$/;

/** Texts that are in the route's own form already: the documented examples go out as they are. */
const OWN: Record<Form, RegExp> = {
	ms: /^\d+$/,
	s: /^\d+$/,
	iso: /^\d{4}-\d\d-\d\dT[\d:.]+(Z|[ +-]\d\d:?\d\d)$/i,
	chinaTime: CHINESE,
	chinaDate: CHINESE,
	chinaDay: /^\d{8}$/,
};

/** A moment in any form n8n knows → the form of the route; what is no moment stays, for the check to refuse. */
export function writeMoment(value: unknown, form: Form, zone: string): unknown {
	if (typeof value === 'number') return value;
	if (typeof value === 'string' && OWN[form].test(value.trim())) return value.trim();
	const ms = toMoment(value, zone);
	return ms === undefined || !Number.isFinite(ms) ? value : write[form](ms);
}
