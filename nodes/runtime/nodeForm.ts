import type { IExecuteFunctions, IHookFunctions, ITriggerFunctions, IWebhookFunctions } from 'n8n-workflow';
import type { Field, Reading } from './field';
import type { Values } from './fieldValues';
import { InputError } from './inputError';
import { toNodeError } from './nodeError';
import { readTyped } from './values';

/** Every way in which n8n runs a trigger. */
export type TriggerContext = IExecuteFunctions | IHookFunctions | ITriggerFunctions | IWebhookFunctions;

const unknown = (what: string) => () => {
	throw new InputError(what, 'is only known in a node behind the trigger', '仅在触发器之后的节点中可用');
};

/** The form of a node that no item has reached yet. */
const readingOf = (context: TriggerContext): Reading => ({
	parameter: (name, fallback) =>
		'getInputData' in context
			? context.getNodeParameter(name, 0, fallback as object)
			: context.getNodeParameter(name, fallback as object),
	node: context.getNode(),
	timezone: context.getTimezone(),
	credential: {},
	people: { idOf: unknown('A person') },
	binary: unknown('A file'),
	item: unknown('The item'),
	api: { call: unknown('A look-up'), list: unknown('A list'), page: unknown('A list'), once: unknown('A look-up') },
});

/** The values of a trigger's form, read as an operation's are. @throws NodeOperationError naming the field that cannot be used */
export async function readNodeForm<const F extends readonly Field[]>(
	context: TriggerContext,
	fields: F,
): Promise<Values<F>> {
	return await readTyped(fields, readingOf(context)).catch(
		async (error: unknown) => await Promise.reject(toNodeError(context.getNode(), error)),
	);
}
