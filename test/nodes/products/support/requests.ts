/** Runs operations in n8n's own engine against the sandbox, and tells what they sent. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';
import { DingTalkError } from '../../../../nodes/protocol/errors';
import { isProcedure, type AnyOperation } from '../../../../nodes/runtime/operation';
import { nodeIn, packageName } from '../../../../scripts/nodes';
import type { Placed } from '../../../../scripts/products';
import type { LogEntry, Sandbox } from '../../../../sandbox';
import { YIDA_OPENS } from '../../../../sandbox/data/yida';
import { execute, sandboxCredentials } from '../../../support/engine';
import { files, fillings, type Filling, type Given } from './fillings';

/** A filling with what came of it. */
export interface Sent extends Filling {
	/** In the order of their arrival, tokens' own calls left out. */
	requests: LogEntry[];
	/** Why the form was refused before any request. */
	refused?: string;
	/** What DingTalk answered instead of a success. */
	error?: string;
}

export const routesOf = (operation: AnyOperation): readonly string[] =>
	isProcedure(operation) ? operation.routes : [operation.route];

/** What the operation's `<operation>.given.json` says, one thing or several; `{legacyHost}` in it is the sandbox's. */
export function givenOf({ product, resource, operation }: Placed, { legacyUrl }: Pick<Sandbox, 'legacyUrl'>): Given[] {
	const file = join(
		__dirname,
		'../../../../nodes',
		product.folder,
		'resources',
		resource.value,
		`${operation.value}.given.json`,
	);
	if (!existsSync(file)) return [{}];
	const given = JSON.parse(
		readFileSync(file, 'utf8')
			.replaceAll('{legacyHost}', legacyUrl)
			.replaceAll('{aesKey}', 'a'.repeat(43))
			.replaceAll('{systemToken}', YIDA_OPENS),
	) as Given | Given[];
	return [given].flat();
}

/**
 * A refusal of the form names the field in both languages; DingTalk's own refusals are answers; what the sandbox finds wrong with a
 * request stands in its log. Anything else is a fault of ours.
 */
function outcomeOf(error: unknown, sandbox: Sandbox): Pick<Sent, 'refused' | 'error'> {
	if (error instanceof NodeOperationError && /：/.test(error.description ?? '')) return { refused: error.message };
	// The address of a file in a schema-shaped answer is no address.
	if (error instanceof NodeApiError && error.cause instanceof DingTalkError && error.cause.code === 'fileAddress')
		return {};
	if (error instanceof NodeApiError && !(error.cause instanceof DingTalkError && error.cause.facts.ours))
		return { error: error.message };
	if (sandbox.problems().length > 0) return {};
	throw error;
}

const TRIGGER = 'dingTalkTrigger';
const isOfTokens = ({ path }: LogEntry) => /accessToken$|gettoken$/.test(path);

async function send(placed: Placed, filling: Filling, { trigger }: Given, sandbox: Sandbox): Promise<Sent> {
	sandbox.clearLog();
	const outcome = await execute({
		product: placed.product.name,
		parameters: filling.parameters,
		items: [{ json: trigger ?? {}, binary: files }],
		credentials: sandboxCredentials(sandbox),
		...(trigger && {
			startedBy: {
				type: `${packageName}.${TRIGGER}`,
				nodeType: nodeIn('DingTalkTrigger'),
				parameters: { connection: 'stream' },
				json: trigger,
				mode: 'trigger',
			},
		}),
	}).then(
		() => ({}),
		(error: unknown) => outcomeOf(error, sandbox),
	);
	return { ...filling, requests: sandbox.log.filter((entry) => !isOfTokens(entry)), ...outcome };
}

/** All that an operation sends, filling by filling. */
export async function sentBy(placed: Placed, sandbox: Sandbox): Promise<Sent[]> {
	const all: Sent[] = [];
	for (const given of givenOf(placed, sandbox))
		for (const filling of fillings(placed, given)) all.push(await send(placed, filling, given, sandbox));
	return all;
}
