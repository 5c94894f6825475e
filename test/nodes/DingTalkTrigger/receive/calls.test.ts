import { until } from '../../../support/until';
import { NastyGateway } from '../../protocol/stream/nastyGateway';
import { frame } from '../../protocol/stream/simulation';
import { streamTrigger } from '../contexts';

/*
 * Calls over Stream that want a result: the output of the workflow's last node is the answer.
 */
let gateway: NastyGateway;
let close: (() => Promise<void>) | undefined;
beforeEach(async () => {
	gateway = await NastyGateway.listen();
});
afterEach(async () => {
	await close?.();
	await gateway.close();
});

async function start(receive: string[], filters: object = {}) {
	const credential = { clientId: 'id', clientSecret: 'secret', apiHost: gateway.url, legacyHost: gateway.url };
	const trigger = streamTrigger({ receive, events: ['*'], filters }, credential, { id: `calls${receive.join('')}` });
	close = (await trigger.start()).closeFunction;
	const [socket] = await until(() => gateway.live.length > 0 && gateway.live);
	/** Sends a call and returns its answer, once the workflow has ended with this output. */
	const ask = async (topic: string, data: object, output?: object) => {
		const sent = frame('CALLBACK', topic, data);
		const before = trigger.started.length;
		socket.send(JSON.stringify(sent));
		const answer = () => gateway.answers.find(({ headers }) => headers.messageId === sent.headers.messageId);
		const started = await until(() => trigger.started.at(before) ?? (answer() && 'nothing'));
		if (started !== 'nothing') {
			const runData = { Last: [{ data: { main: [[{ json: output }]] } }] };
			const resultData = { lastNodeExecuted: 'Last', runData };
			// An error without a node that ran is a crash, after which the event runs again.
			started.end(
				output
					? { status: 'success', data: { resultData } }
					: { status: 'error', data: { resultData: { ...resultData, error: {} } } },
			);
		}
		const { code, data: text } = await until(answer);
		return { item: started === 'nothing' ? undefined : started.item, code, data: JSON.parse(text) as unknown };
	};
	return { ...trigger, ask };
}

const DATA = '/v1.0/card/dynamicData/get';
const PLUGIN = '/v1.0/graph/api/invoke';
const request = {
	type: 'dynamicDataCallback',
	corpId: 'c',
	userId: 'u',
	outTrackId: 't',
	content: JSON.stringify({ dynamicDataSourceQueryRequests: [{ dynamicDataSourceId: 'd1', constParams: { p: '1' } }] }),
};

test('a card gets the data that it asks for, in the shape of its page', async () => {
	const { ask } = await start(['cardData']);
	const { item, code, data } = await ask(DATA, request, { amount: '1000元' });
	expect(item).toMatchObject({
		eventType: 'card_data_request',
		outTrackId: 't',
		userId: 'u',
		dataSources: [{ id: 'd1', params: { p: '1' } }],
	});
	const own = { dynamicDataSourceId: 'd1', dynamicDataValueType: 'OBJECT', data: '{"amount":"1000元"}' };
	expect([code, data]).toEqual([200, { response: { dataSourceQueryResponses: [own] } }]);
	const whole = {
		dataSourceQueryResponses: [{ dynamicDataSourceId: 'd1', dynamicDataValueType: 'STRING', data: 'x' }],
	};
	expect((await ask(DATA, request, whole)).data).toEqual({ response: whole });
});

test('a plugin call is answered; a workflow that fails answers 500', async () => {
	const { ask } = await start(['pluginCalls']);
	const call = {
		requestLine: { method: 'POST', uri: '/weather?city=x' },
		headers: { 'x-ability-key': 'k' },
		body: '{"q":1}',
	};
	const { item, data } = await ask(PLUGIN, call, { text: '晴' });
	expect(item).toMatchObject({ eventType: 'plugin_call', method: 'POST', uri: '/weather?city=x', body: { q: 1 } });
	expect(data).toEqual({
		response: {
			statusLine: { code: 200, reasonPhrase: 'OK' },
			headers: { 'Content-Type': 'application/json' },
			body: '{"text":"晴"}',
		},
	});
	expect((await ask(PLUGIN, call)).code).toBe(500);
});

test('a delegated message is a message of its own kind', async () => {
	const { ask } = await start(['delegatedMessages'], { text: '合同' });
	const message = {
		msgId: 'm',
		msgtype: 'text',
		text: { content: '合同' },
		conversationType: '1',
		hostingContext: { userId: 'boss' },
	};
	const { item, code } = await ask('/v1.0/im/bot/messages/delegate', message, {});
	expect([item, code]).toMatchObject([
		{ eventType: 'delegated_robot_message', text: '合同', data: { hostingContext: { userId: 'boss' } } },
		200,
	]);
	expect((await ask('/v1.0/im/bot/messages/get', { ...message, msgId: 'n' })).item).toBeUndefined();
});

test('a message without its content starts nothing and is told once', async () => {
	const { ask, log } = await start(['robotMessages']);
	for (const msgId of ['m', 'n']) {
		const { item, code } = await ask('/v1.0/im/bot/messages/get', {
			msgId,
			msgtype: 'text',
			errCode: 20001,
			errMsg: 'quota',
		});
		expect([item, code]).toEqual([undefined, 200]);
	}
	expect(log.filter((line) => line.includes('errCode 20001: quota')).length).toBe(1);
});
