import type { Json } from '../../runtime/operation';

/** Balances of leave are hundredths of a day or an hour on the wire: 1000 is 10 days. https://open.dingtalk.com/document/development/query-holiday-balance */
export const fromHundredths = (value: unknown): number | undefined =>
	value === undefined || value === null || !Number.isFinite(Number(value)) ? undefined : Number(value) / 100;

export const toHundredths = (amount: number): number => Math.round(amount * 100);

/** Total, used and what is left, in days and in hours, of which DingTalk gives one or both. */
export function balances(quota: Json): Json {
	const of = (unit: 'day' | 'hour') => {
		const total = fromHundredths(quota[`quota_num_per_${unit}`]);
		const used = fromHundredths(quota[`used_num_per_${unit}`]) ?? 0;
		if (total === undefined) return {};
		return {
			[`total_${unit}s`]: total,
			[`used_${unit}s`]: used,
			[`left_${unit}s`]: Math.round((total - used) * 100) / 100,
		};
	};
	return { ...of('day'), ...of('hour') };
}
