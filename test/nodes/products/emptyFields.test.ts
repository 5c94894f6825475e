/** What somebody reads who leaves a field empty: its label, in both languages, and never a path of DingTalk's. */
import { displayParameter, type INodeParameters, type INodeProperties } from 'n8n-workflow';
import { within, type Field } from '../../../nodes/runtime/field';
import { InputError } from '../../../nodes/runtime/inputError';
import { kindOf } from '../../../nodes/runtime/kinds';
import { columnsMethodOf } from '../../../nodes/runtime/mapper';
import { listMethodOf } from '../../../nodes/runtime/locator';
import { isProcedure, type Json } from '../../../nodes/runtime/operation';
import { fieldsOf } from '../../../nodes/runtime/resource';
import { compile, EmptyPathVariable, type Parts } from '../../../nodes/protocol/request';
import { startSandbox, type Sandbox } from '../../../sandbox';
import { operations, type Placed } from '../../../scripts/products';
import { editor, sandboxCredentials } from '../../support/engine';
import { readForm } from '../../support/form';

const MOMENT = '2026-12-01T09:00:00';

const shownIn = (form: Json, field: Field) =>
	displayParameter(form as INodeParameters, field as unknown as INodeProperties, { typeVersion: 1 }, null);

const inside = (fields: readonly Field[]): Json =>
	Object.fromEntries(fields.map((field) => [field.name, kindOf(field).sample(field, inside)]));

const sampleOf = (field: Field): unknown =>
	field.type === 'dateTime'
		? MOMENT
		: field.name === 'mailbox'
			? 'me@example.com'
			: kindOf(field).sample(field, inside);
/** n8n evaluates the expressions that stand in an untouched form; all of them are moments. */
const untouchedOf = ({ default: untouched }: Field): unknown =>
	typeof untouched === 'string' && untouched.startsWith('=') ? MOMENT : untouched;

/** The form with what is required, but for one field. */
function formWithout(fields: readonly Field[], left?: Field): Json {
	const form: Json = {};
	const options: Json = {};
	for (const field of fields) {
		if (!shownIn(form, field)) continue;
		const isFilled = field !== left && field.required && kindOf(field).isEmpty(field, field.default);
		const value = isFilled ? sampleOf(field) : untouchedOf(field);
		if (field.under === 'options') options[field.name] = value;
		else form[field.name] = value;
	}
	return { ...form, options };
}

/** Required fields that an untouched form shows empty; those that a credential may fill in too. */
const emptyOf = (fields: readonly Field[]) => {
	const form = formWithout(fields);
	return fields.filter(
		(field) => field.required && shownIn(form, field) && kindOf(field).isEmpty(field, field.default),
	);
};

const refusalOf = async (work: Promise<unknown>): Promise<unknown> =>
	await work.then(
		() => undefined,
		(error: unknown) => error,
	);

test('each required field that is left empty is named by its label', async () => {
	const wrong: string[] = [];
	let seen = 0;
	for (const { id, operation } of operations) {
		const fields = fieldsOf(operation);
		for (const left of emptyOf(fields)) {
			seen += 1;
			const refusal = await refusalOf(readForm(fields, formWithout(fields, left), { credential: {} }));
			const isNamed = refusal instanceof InputError && refusal.field === left.displayName;
			if (!isNamed || !refusal.sentence.startsWith('is empty')) wrong.push(`${id} ${left.name}: ${String(refusal)}`);
		}
	}
	expect(wrong).toEqual([]);
	expect(seen).toBeGreaterThan(operations.length);
});

test('what is not required stands in no path: it can be left empty', async () => {
	const wrong: string[] = [];
	for (const { id, operation } of operations) {
		// What comes first finds the path of these, and refuses by itself.
		if (isProcedure(operation) || operation.prepare) continue;
		const fields = fieldsOf(operation);
		const around = { timezone: 'Asia/Shanghai', found: {} };
		const refusal = await refusalOf(
			readForm(fields, formWithout(fields)).then(({ values }) => {
				operation.check?.(values as never, around);
				compile(operation.route, operation.request(values as never, around) as Parts);
			}),
		);
		if (refusal instanceof EmptyPathVariable) wrong.push(`${id}: ${refusal.message}`);
	}
	expect(wrong).toEqual([]);
});

describe('lists of a form that nobody has filled in', () => {
	let sandbox: Sandbox;
	beforeAll(async () => (sandbox = await startSandbox({ samplesOnly: true })));
	afterAll(async () => await sandbox.close());

	/** What n8n calls for the lists of an operation, by the name of the field. */
	const listsOf = ({ product, operation }: Placed) =>
		fieldsOf(operation)
			.flatMap(within)
			.flatMap(({ name, type, source, mapper }) => {
				const { listSearch = {}, loadOptions = {}, resourceMapping = {} } = product.node.methods ?? {};
				const method = mapper
					? resourceMapping[columnsMethodOf(name)]
					: (type === 'resourceLocator' ? listSearch : loadOptions)[listMethodOf(name)];
				return source || mapper ? [{ name, method, needs: (source ?? mapper)?.needs ?? [] }] : [];
			});

	test('what cannot be listed yet names the field that must be filled in first', async () => {
		const wrong: string[] = [];
		const seen = new Set<string>();
		for (const placed of operations) {
			const { product, resource, operation } = placed;
			for (const { name, method, needs } of listsOf(placed)) {
				// One method serves all fields of a node that are called alike.
				if (needs.length === 0 || seen.has(`${product.name} ${name}`)) continue;
				seen.add(`${product.name} ${name}`);
				const context = editor({
					parameters: { resource: resource.value, operation: operation.value },
					product: product.name,
					credentials: sandboxCredentials(sandbox),
				});
				const error = await refusalOf((method as (this: unknown) => Promise<unknown>).call(context));
				if (!(error instanceof Error)) continue;
				const isNamed = needs.some(({ displayName }) => error.message.startsWith(`${displayName}: is empty`));
				if (!isNamed) wrong.push(`${placed.id} ${name}: ${error.message}`);
			}
		}
		expect(wrong).toEqual([]);
		expect(seen.size).toBeGreaterThan(25);
	});
});
