import { beginningOf } from '../../../nodes/protocol/beginning';

test.each([
	['abc', 2, 'ab'],
	['a😀b', 2, 'a'],
	['a😀b', 3, 'a😀'],
	['😀', 2, '😀'],
	['ab', 5, 'ab'],
])('of %j, %d units: %j', (text, most, expected) => {
	expect(beginningOf(text, most)).toBe(expected);
});
