/** The official SDK of the new API as witness: for the same input it sends the same request as our node. */
import { isProcedure } from '../../../nodes/runtime/operation';
import { operations } from '../../../scripts/products';
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

/** Operations of the new API that send nothing of their own, and why. */
const others: Record<string, string> = {
	'card respond': 'answers the trigger’s callback; a late answer is the request of card update',
};

test('every operation of the new API has its row', () => {
	const isNew = (route: string) => / \/v\d/.test(route);
	const wanted = operations
		.filter(({ operation }) => (isProcedure(operation) ? operation.routes : [operation.route]).some(isNew))
		.map(({ resource, operation }) => `${resource.value} ${operation.value}`);
	expect([...new Set(rows.map(([name]) => name)), ...Object.keys(others)].sort()).toEqual(wanted.sort());
});
