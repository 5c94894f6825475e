import type { ILoadOptionsFunctions } from 'n8n-workflow';
import { isObject, type Json } from '../protocol/json';
import { EmptyPathVariable } from '../protocol/request';
import { createClient, type Client } from './client';
import type { Field, LookUps, Reading } from './field';
import { InputError } from './inputError';
import { readField } from './kinds';
import { isBlank } from './kinds/kind';
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

/** The empty field without which the list cannot be asked for is refused, under the name that the form gives it. */
function refuseEmpty(needs: readonly Field[], values: Json): never {
	const empty = needs.find(({ name }) => isBlank(values[name]));
	throw new InputError(
		empty?.displayName ?? 'List',
		'is empty. Fill it in first: what there is to choose from depends on it',
		'为空，请先填写：可选内容取决于该项',
	);
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
	const about = { fields: needs };
	try {
		const values = await neededValues(needs, reading);
		return await work(values, api).catch((error: unknown) =>
			error instanceof EmptyPathVariable ? refuseEmpty(needs, values) : Promise.reject(error),
		);
	} catch (error) {
		throw toNodeError(context.getNode(), error, about, secretsOf(client.credential, client.passwords));
	}
}
