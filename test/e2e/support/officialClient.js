/**
 * A program on the official Stream client as its documentation has it: acknowledge at once, then do the work, 20 at a time like
 * the trigger. Arguments: the API host, client ID, client secret, how long the work for an event takes (ms). Prints the id of
 * each event when its work is done.
 */
const { setTimeout: sleep } = require('node:timers/promises');
const axios = require('axios');
const { DWClient, EventAck } = require('dingtalk-stream');

const [, , host, clientId, clientSecret, work] = process.argv;
// The client knows only DingTalk's own hosts.
axios.interceptors.request.use((config) => ({
	...config,
	url: config.url.replace(/^https:\/\/(api|oapi)\.dingtalk\.com/, host),
}));
console.info = () => {};

const waiting = [];
let free = 20;

async function workOff() {
	free--;
	for (let eventId = waiting.shift(); eventId !== undefined; eventId = waiting.shift()) {
		await sleep(Number(work));
		process.stdout.write(`done ${eventId}\n`);
	}
	free++;
}

const client = new DWClient({ clientId, clientSecret });
client.registerAllEventListener(({ headers }) => {
	waiting.push(headers.eventId);
	if (free > 0) void workOff();
	return { status: EventAck.SUCCESS };
});
void client.connect();
