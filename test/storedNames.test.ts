import { namesReport } from '../scripts/storedNames';

test('saved workflows find every name that they store; a new one is a decision', () => {
	expect(namesReport()).toBe('');
});
