import { pause } from '../../../nodes/runtime/pause';

const mockSlices: number[] = [];
let mockAfterSlice = () => {};
jest.mock('n8n-workflow', () => ({
	...jest.requireActual<object>('n8n-workflow'),
	sleep: async (ms: number) => {
		mockSlices.push(ms);
		await Promise.resolve();
		mockAfterSlice();
	},
}));
beforeEach(() => {
	mockSlices.length = 0;
	mockAfterSlice = () => {};
});
const waited = () => mockSlices.reduce((sum, ms) => sum + ms, 0);

test.each([0, 1, 499, 500, 501, 60_000, 10 * 60_000])('%i ms are waited, in slices', async (ms) => {
	await pause(ms);
	expect(waited()).toBe(ms);
	expect(Math.max(0, ...mockSlices)).toBeLessThanOrEqual(500);
});

test('a cancelled execution waits half a second more at most', async () => {
	const controller = new AbortController();
	mockAfterSlice = () => {
		if (waited() >= 3000) controller.abort();
	};
	await expect(pause(1e12, controller.signal)).rejects.toMatchObject({ code: 'cancelled' });
	expect(waited()).toBe(3000);
	await expect(pause(1, controller.signal)).rejects.toMatchObject({ code: 'cancelled' });
	await expect(pause(0, controller.signal)).rejects.toMatchObject({ code: 'cancelled' });
	expect(waited()).toBe(3000);
});
