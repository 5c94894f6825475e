import type { ILoadOptionsFunctions } from 'n8n-workflow';
import { isObject, type Json } from '../protocol/json';
import { createClient, type Client } from './client';
import type { Field, LookUps, Reading } from './field';
import { InputError } from './inputError';
import { readField } from './kinds';
import { lookUpsOf } from './lookUps';
import { secretsOf, toNodeError } from './nodeError';
import { People } from './people';

const inEditor = (what: string) => () => {
	throw new InputError(what, 'is only known when the workflow runs', '仅在工作流运行时可用');
};

/** What somebody has filled in so far. An expression that needs the item cannot be evaluated in the editor. */
function readingOf(context: ILoadOptionsFunctions, client: Client, people: People, api: LookUps): Reading {
	return {
		parameter: (name, fallback) => context.getCurrentNodeParameter(name) ?? fallback,
		node: context.getNode(),
		timezone: context.getTimezone(),
		credential: client.credential,
		password: (value) => client.passwords.add(value),
		people,
		binary: inEditor('The file'),
		item: inEditor('The item'),
		api,
	};
}

async function neededValues(needs: readonly Field[], reading: Reading): Promise<Json> {
	const values: Json = {};
	for (const need of needs) {
		const options = reading.parameter('options', {});
		const raw =
			need.under !== 'options'
				? reading.parameter(need.name, need.default)
				: isObject(options)
					? options[need.name]
					: undefined;
		values[need.name] = await readField(need, raw, reading);
	}
	return values;
}

/**
 * Does the editor's work (a list, the choices, the columns) with the values of the fields that it needs. What DingTalk refuses
 * is shown as its reason and what to do, never as an empty list.
 */
export async function editing<T>(
	context: ILoadOptionsFunctions,
	needs: readonly Field[],
	work: (needs: Json, api: LookUps) => Promise<T>,
): Promise<T> {
	const client = await createClient(context, 'dingTalkApi');
	const people = new People(client);
	const api = lookUpsOf(client, new Map());
	const reading = readingOf(context, client, people, api);
	try {
		return await work(await neededValues(needs, reading), api);
	} catch (error) {
		throw toNodeError(context.getNode(), error, {}, secretsOf(client.credential, client.passwords));
	}
}
