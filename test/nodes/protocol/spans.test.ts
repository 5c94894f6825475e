import { spansOf } from '../../../nodes/protocol/spans';

const DAY = 86_400_000;
const china = (text: string) => Date.parse(`${text}+08:00`);

test.each([
	['day', china('2026-03-01T23:30:00'), china('2026-03-20T00:10:00'), DAY],
	['second', 1_772_000_000_999, 1_772_000_000_999 + 20 * DAY, 1000],
	['millisecond', 1_772_000_000_999, 1_772_000_000_999 + 20 * DAY, 1],
] as const)(
	'parts of a range in units of a %s follow each other, none longer than allowed',
	(unit, from, to, length) => {
		const spans = spansOf(from, to, 7, unit);
		expect(spans).toHaveLength(3);
		spans.forEach((span, i) => {
			expect(span.to - span.from).toBeLessThanOrEqual(7 * DAY - length);
			if (i > 0) expect(span.from - (spans[i - 1]?.to ?? 0)).toBe(length);
		});
		expect(from - (spans[0]?.from ?? 0)).toBeLessThan(length);
		expect(to - (spans[2]?.to ?? 0)).toBeLessThan(length);
	},
);

test('days are China’s', () => {
	expect(spansOf(Date.parse('2026-03-01T15:59:59Z'), Date.parse('2026-03-01T16:00:00Z'), 1, 'day')).toEqual([
		{ from: china('2026-03-01T00:00:00'), to: china('2026-03-01T00:00:00') },
		{ from: china('2026-03-02T00:00:00'), to: china('2026-03-02T00:00:00') },
	]);
});

test('one moment is a range; an end before the start is none', () => {
	expect(spansOf(5000, 5999, 7, 'second')).toEqual([{ from: 5000, to: 5000 }]);
	expect(spansOf(5000, 4999, 7, 'second')).toEqual([]);
});
