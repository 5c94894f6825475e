import { toChinaDate, toChinaTime, toIso } from '../../../nodes/protocol/time';

test.each([
	['2026-11-21T08:30:00.000Z', '2026-11-21T08:30:00Z', '2026-11-21 16:30:00', '2026-11-21'],
	// Past 16:00 UTC it is the next day in China, at the year's end the next year.
	['2026-12-31T16:00:00.000Z', '2026-12-31T16:00:00Z', '2027-01-01 00:00:00', '2027-01-01'],
	['2026-12-31T15:59:59.999Z', '2026-12-31T15:59:59Z', '2026-12-31 23:59:59', '2026-12-31'],
	// No summer time.
	['2026-07-01T00:00:00.000Z', '2026-07-01T00:00:00Z', '2026-07-01 08:00:00', '2026-07-01'],
	['2028-02-28T20:00:00.000Z', '2028-02-28T20:00:00Z', '2028-02-29 04:00:00', '2028-02-29'],
	['1970-01-01T00:00:00.000Z', '1970-01-01T00:00:00Z', '1970-01-01 08:00:00', '1970-01-01'],
])('%s', (moment, iso, china, date) => {
	const ms = Date.parse(moment);
	expect([toIso(ms), toChinaTime(ms), toChinaDate(ms)]).toEqual([iso, china, date]);
});

test("China's clock as the platform knows it agrees", () => {
	const zone = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'medium' });
	for (
		let ms = Date.parse('2000-01-01T00:00:00Z');
		ms < Date.parse('2040-01-01T00:00:00Z');
		ms += 31 * 86_400_000 + 12_345_000
	)
		expect(toChinaTime(ms)).toBe(zone.format(ms));
});
