import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';
import type { Row, Schema } from '../catalog/types';
import { isObject } from '../protocol/json';
import { toNodeError } from '../runtime/nodeError';
import { InputError } from '../runtime/operation';
import { personRefs } from '../runtime/people';
import { objectsIn } from '../runtime/pick';
import { choiceOf, rowOf } from './find';
import { parameterLabel } from './parameterLabel';
import type { Given } from './parts';
import { idOf, parametersOf, type Parameter } from './wire';

/** Which id of a person a parameter, or each entry of its list, takes. */
export const personIn = (schema: Schema) => schema.person ?? schema.items?.person;

const personParametersOf = (row: Row): Parameter[] =>
	parametersOf(row).filter(({ schema }) => personIn(schema) !== undefined);

function parameterOf(row: Row, name: string): Parameter {
	const known = personParametersOf(row);
	const found = known.find((parameter) => idOf(parameter) === name);
	if (found) return found;
	const names = known.map(idOf);
	throw new InputError(
		'People',
		`"${name}" is no parameter of this operation that takes people. It has: ${names.join(', ') || 'none'}`,
		`“${name}”不是此操作的人员参数。可用参数：${names.join('、') || '无'}`,
	);
}

/** People as `settle` reads them, each named by its kind of id: `userId:manager4220`. */
function namedPeople(row: Row, people: unknown): Map<string, { parameter: Parameter; names: string[] }> {
	const found = new Map<string, { parameter: Parameter; names: string[] }>();
	for (const { name, person } of objectsIn(isObject(people) ? people.parameter : undefined)) {
		const refs = personRefs(person);
		const id = String(name ?? '').trim();
		if (id === '' && refs.length === 0) continue;
		const parameter = parameterOf(row, id);
		if (refs.length === 0) throw new InputError('People', `"${id}" names nobody: choose a person`, `“${id}”未选择人员`);
		const { names } = found.get(id) ?? { names: [] };
		const more = refs.map(({ mode, value }) => `${mode === 'list' ? 'userId' : mode}:${value}`);
		found.set(id, { parameter, names: [...new Set([...names, ...more])] });
	}
	return found;
}

/** The parameters with the people of the field People: rows for the same parameter are one list. Pure. */
export function withPeople(row: Row, given: Given, people: unknown): Given {
	let all = given;
	for (const [id, { parameter, names }] of namedPeople(row, people)) {
		const part = all[parameter.place];
		const own = isObject(part) ? part[parameter.name] : undefined;
		if (own !== undefined && own !== null && own !== '')
			throw new InputError(id, 'is given twice: in Parameters and in People', '重复填写：“参数”与“人员”中都有');
		const value = parameter.schema.type === 'array' ? names : names.join(',');
		all = { ...all, [parameter.place]: { ...(isObject(part) && part), [parameter.name]: value } };
	}
	return all;
}

/** The chosen operation's parameters that take people, for the editor. */
export async function personParameters(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const choice = choiceOf(this.getCurrentNodeParameter('apiOperation', { extractValue: false }));
	try {
		const known = personParametersOf(await rowOf(choice));
		if (known.length === 0)
			throw new InputError('Operation', 'takes nobody in a parameter of its own', '没有以人员为值的参数');
		return known.map((parameter) => ({ name: parameterLabel(parameter.name), value: idOf(parameter) }));
	} catch (error) {
		return await Promise.reject(toNodeError(this.getNode(), error));
	}
}
