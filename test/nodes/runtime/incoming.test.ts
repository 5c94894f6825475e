import { connectionOf } from '../../../nodes/runtime/incoming';

test("a request's signal follows the execution's until it is released", () => {
	const execution = new AbortController();
	const [first, second] = [connectionOf(execution.signal), connectionOf(execution.signal)];
	first.release();
	execution.abort();
	expect([first.signal.aborted, second.signal.aborted, connectionOf(execution.signal).signal.aborted]).toEqual([
		false,
		true,
		true,
	]);
});
