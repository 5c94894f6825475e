/**
 * A program on the official Stream client as its documentation has it: acknowledge at once, then do the work.
 * Arguments: the API host, client ID, client secret, how long the work takes (ms). Prints the id of each event when its work is done.
 */
const { setTimeout: sleep } = require('node:timers/promises');
const axios = require('axios');
const { DWClient, EventAck } = require('dingtalk-stream');

const [, , host, clientId, clientSecret, work] = process.argv;
// The client knows only DingTalk's own hosts.
axios.interceptors.request.use((config) => ({ ...config, url: config.url.replace(/^https:\/\/(api|oapi)\.dingtalk\.com/, host) }));
console.info = () => {};

const client = new DWClient({ clientId, clientSecret });
client.registerAllEventListener(({ headers }) => {
	void sleep(Number(work)).then(() => process.stdout.write(`done ${headers.eventId}\n`));
	return { status: EventAck.SUCCESS };
});
void client.connect();
