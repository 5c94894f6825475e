/** What the form's values mean, told to the official SDK in its own words: it sends the same request. That all is sent where and as the SDK wants it: requests.test.ts. */
import { callNode, tapWire, TOKEN, type WireTap } from '../../support/sdk';
import { approvalRows } from './sdk/approval';
import { cardRows } from './sdk/card';
import { robotRows } from './sdk/robot';
import { todoRows } from './sdk/todo';

const rows = [...todoRows, ...robotRows, ...approvalRows, ...cardRows];

let tap: WireTap;
beforeAll(async () => {
	tap = await tapWire();
});
afterAll(async () => await tap.close());

test.each(rows)('%s: %s', async (name, _, parameters, sdk) => {
	const [resource = '', operation = ''] = name.split(' ');
	const theirs = await tap.wireOf(async () => await sdk(tap));
	expect(theirs.token).toBe(TOKEN);
	expect(await tap.wireOf(async () => await callNode(tap, resource, operation, parameters))).toEqual(theirs);
});
