import { until } from '../../../support/until';
import { malformedFrames } from '../../protocol/stream/malformed';
import { NastyGateway } from '../../protocol/stream/nastyGateway';
import { event } from '../../protocol/stream/simulation';
import { streamTrigger } from '../contexts';

/*
 * The whole trigger on a real socket: each frame is answered once, however malformed it is, and none
 * of them keeps a good event out. An exception anywhere on the way would leave a frame unanswered.
 */
const frames = malformedFrames();

test('there are enough of them', () => {
	expect(frames.length).toBeGreaterThan(180);
});

test('every malformed frame that has an id is answered once, and the trigger goes on', async () => {
	const gateway = await NastyGateway.listen();
	const trigger = streamTrigger(
		{
			receive: ['events', 'robotMessages', 'cardCallbacks'],
			events: ['*'],
			filters: { departmentIds: '1', processCodes: 'p', text: 'h', onlyMentions: false, senders: '', actionIds: '' },
			options: { maxInFlight: 1000, recoverFailed: true, resolveDetails: false },
		},
		{ clientId: 'id', clientSecret: 'secret', apiHost: gateway.url, legacyHost: gateway.url },
		{ id: 'malformed' },
	);
	const { closeFunction } = await trigger.start();
	const [socket] = await until(() => gateway.live.length > 0 && gateway.live);
	const answersTo = (messageId?: string) => gateway.answers.filter(({ headers }) => headers.messageId === messageId);
	/** Ends what runs until the frame has been answered. */
	const answered = async (messageId: string) =>
		await until(() => {
			for (const { end } of trigger.started) end({ status: 'success' });
			return answersTo(messageId).length > 0;
		});
	for (const { wire, messageId } of frames) {
		socket.send(wire);
		if (messageId !== undefined) await answered(messageId);
	}
	const good = event('good');
	socket.send(JSON.stringify(good));
	await answered(good.headers.messageId);
	expect(trigger.started.map(({ item }) => item.eventId)).toContain('good');
	const counts = frames.map(({ name, messageId }) => [name, messageId && answersTo(messageId).length]);
	expect(counts.filter(([, count]) => count !== undefined && count !== 1)).toEqual([]);
	const isUnread = (line: string) => line.endsWith(' bytes could not be read and was refused)');
	expect(trigger.log.filter((line) => !/connected|list of failed events/.test(line) && !isUnread(line))).toEqual([]);
	// Whoever misses an event finds it in the log.
	const large = frames.find(({ name }) => name === 'event: is too large')?.messageId;
	expect(trigger.log.filter(isUnread)).toContainEqual(expect.stringContaining(`message "${large}" of 4194`));
	expect(trigger.log.join('').length).toBeLessThan(100_000);
	// What is saved stays small, however long the ids were.
	expect(JSON.stringify(trigger.staticData()).length).toBeLessThan(20_000);
	await closeFunction?.();
	await gateway.close();
});
