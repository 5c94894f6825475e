/**
 * Run by triggerHub.ts in a process of its own: one Stream client that acknowledges every event at once, and says how much
 * processor time that took. Arguments: which client, the folder of the compiled nodes, gateway URL, socket URL.
 */
const { cpuUsage, send, on } = require('node:process');
const { join } = require('node:path');

const [, , client, nodes, url, socketUrl] = process.argv;

async function official() {
	const { DWClient } = require('dingtalk-stream');
	console.info = () => {};
	const made = new DWClient({ clientId: 'id', clientSecret: 'secret' });
	made.registerAllEventListener(() => ({ status: 'SUCCESS' }));
	// Its gateway is a constant: only the last step of its connecting is taken.
	made.dw_url = socketUrl;
	await made._connect();
}

/** What a trigger does with an event before n8n gets it: once only, and bounded. */
function takeAsTrigger() {
	const { Inbox } = require(join(nodes, 'DingTalkTrigger', 'inbox.js'));
	const { Once } = require(join(nodes, 'DingTalkTrigger', 'once.js'));
	const once = new Once({}, 'workflow:node');
	const inbox = new Inbox(20, async ({ key }, started) => {
		once.begin(key);
		started();
		once.end(key, false);
		return { failed: false };
	});
	return async (incoming) => {
		await inbox.take(incoming).ended;
		return { taken: true };
	};
}

async function hub(take, dial) {
	const { Hub } = require(join(nodes, 'DingTalkTrigger', 'hub.js'));
	const clock = {
		now: Date.now,
		after: (delay, run) => {
			const timer = setTimeout(run, delay);
			return () => clearTimeout(timer);
		},
	};
	const post = async (target, body) => {
		const response = await fetch(target, { method: 'POST', body: JSON.stringify(body) });
		return { status: response.status, body: await response.json() };
	};
	const member = {
		subscriptions: [{ type: 'EVENT', topic: '*' }],
		isTest: false,
		wants: () => true,
		state: () => {},
		stop: () => {},
		take,
	};
	await new Hub().join({ host: url, clientId: 'id', clientSecret: 'secret' }, member, {
		clock,
		dial,
		post,
		random: Math.random,
	});
}

const atOnce = async () => ({ taken: true });
const platform = (target) => new WebSocket(target);
const clients = {
	official,
	hub: async () => await hub(atOnce, platform),
	// The WebSocket of the official client, so that the two differ in the hub alone.
	hubOnWs: async () => await hub(atOnce, (target) => new (require('ws').WebSocket)(target)),
	trigger: async () => await hub(takeAsTrigger(), platform),
};

let before;
on.call(process, 'message', (word) => {
	if (word === 'begin') before = cpuUsage();
	const { user, system } = cpuUsage(before);
	send.call(process, user + system);
});
void clients[client]().then(() => send.call(process, 'ready'));
