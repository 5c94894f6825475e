import { readValues, type Reading } from '../../nodes/runtime/values';
import type { Field } from '../../nodes/runtime/field';
import type { Json } from '../../nodes/runtime/operation';
import { lookUpsOf } from '../../nodes/runtime/lookUps';
import { People } from '../../nodes/runtime/people';

/** Reads fields as if a person had filled the form with `given`; `asked` holds every look-up. */
export async function readForm(fields: readonly Field[], given: Json, around: Partial<Reading> = {}) {
	const asked: unknown[] = [];
	const send = async ({ api, body }: { api: string; body?: unknown }) => {
		asked.push([api, body]);
		const id = Object.values(body as Json).join('');
		return await Promise.resolve({ result: { userid: `user-of-${id}`, unionid: `union-of-${id}` } });
	};
	const reading: Reading = {
		parameter: (name, fallback) => given[name] ?? fallback,
		node: { typeVersion: 1 },
		timezone: 'Asia/Shanghai',
		credential: { agentId: '77', defaultOperator: 'boss' },
		people: new People({ send }),
		binary: async (property) =>
			await Promise.resolve({
				name: property,
				mimeType: 'text/plain',
				size: 1,
				source: property,
				open: async () => await Promise.resolve(Buffer.alloc(1)),
			}),
		item: () => ({}),
		api: lookUpsOf({ send } as never, new Map()),
		...around,
	};
	return { values: (await readValues(fields, reading)) as Json, asked };
}

/** A field of the type, named `x`. */
export const field = (type: Field['type'], extra: Partial<Field> = {}): Field => ({
	displayName: 'The Field',
	name: 'x',
	type,
	default: '',
	...extra,
});

/** A resource locator as n8n stores it. */
export const rl = (mode: string, value: unknown) => ({ __rl: true, mode, value });
