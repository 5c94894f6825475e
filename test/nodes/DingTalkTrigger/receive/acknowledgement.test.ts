import type { Incoming } from '../../../../nodes/DingTalkTrigger/item/incoming';
import { acknowledgement } from '../../../../nodes/DingTalkTrigger/receive/acknowledgement';
import type { Ended } from '../../../../nodes/DingTalkTrigger/receive/inbox';
import { createSimulatedClock, settle } from '../../protocol/stream/simulation';

const incoming: Incoming = {
	kind: 'event',
	key: 'e',
	item: { eventType: 'check_in', eventId: 'e', corpId: 'c', occurredAt: '', data: {} },
};

test.each([
	['not touched', 0],
	['set back by an hour', -3_600_000],
	['set forward by an hour', 3_600_000],
])(
	'an event that waits for its turn is answered within 45 s of its start: the clock is %s meanwhile',
	async (_, by) => {
		const clock = createSimulatedClock();
		let begin = () => {};
		const started = new Promise<void>((resolve) => (begin = resolve));
		const ticket = { started, ended: new Promise<Ended>(() => {}) };
		let reply: object | undefined;
		void acknowledgement('finished', incoming, ticket, clock).then((one) => (reply = one));
		await clock.pass(1_000);
		clock.jump(by);
		begin();
		await settle();
		await clock.pass(45_000);
		expect(reply).toEqual({ taken: true });
	},
);
