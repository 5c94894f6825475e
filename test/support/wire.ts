import { compile, type Compiled, type FilePart } from '../../nodes/protocol/request';
import type { Operation } from '../../nodes/runtime/operation';
import { People } from '../../nodes/runtime/people';
import { fieldsOf } from '../../nodes/runtime/resource';
import { readValues } from '../../nodes/runtime/values';

interface Given {
	/** The item's files by binary property. */
	files?: Record<string, FilePart>;
	credential?: Record<string, unknown>;
}

/** A file of so many bytes that nobody opens. */
export const file = (name: string, mimeType = 'application/octet-stream', size = 1000): FilePart => ({
	name,
	mimeType,
	size,
	open: async () => await Promise.reject(new Error('nobody uploads in a pure test')),
});

/** What an operation would send for these node parameters, read as n8n stores them: pure, every request fails. */
export async function wire(
	operation: Operation,
	parameters: object,
	{ files = {}, credential = {} }: Given = {},
): Promise<Compiled> {
	const timezone = 'Asia/Shanghai';
	const nobody = async () => await Promise.reject(new Error('nobody is called in a pure test'));
	const values = await readValues(fieldsOf(operation), {
		parameter: (name, fallback) => Reflect.get(parameters, name) ?? fallback,
		node: { typeVersion: 1 },
		timezone,
		credential,
		people: new People({ send: async () => await Promise.reject(new Error('nobody is looked up in a pure test')) }),
		binary: async (property) => await Promise.resolve(files[property] ?? file(`no file in ${property}`)),
		item: () => ({}),
		api: { call: nobody, list: nobody, page: nobody, once: async (_key, make) => await make() },
	});
	operation.check?.(values, { timezone });
	return compile(operation.route, operation.request(values, { timezone, found: {} }));
}
