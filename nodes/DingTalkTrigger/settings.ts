import {
	type IExecuteFunctions,
	type IHookFunctions,
	type ITriggerFunctions,
	type IWebhookFunctions,
	NodeOperationError,
} from 'n8n-workflow';

import { DOWNLOAD_LIMIT } from '../runtime/download';
import type { Filters } from './filters';

type Context = IExecuteFunctions | IHookFunctions | ITriggerFunctions | IWebhookFunctions;

export type Acknowledge = 'finished' | 'received' | 'succeeded';

export interface Settings {
	readonly connection: 'stream' | 'webhook';
	readonly registration: 'automatic' | 'manual';
	readonly filters: Filters;
	readonly acknowledge: Acknowledge;
	readonly maxInFlight: number;
	readonly replaceUrl: boolean;
	readonly cardRouteKey: string;
	readonly recoverFailed: boolean;
	readonly downloadAttachments: boolean;
	/** Of one attachment, in bytes. */
	readonly maxFileSize: number;
	readonly resolveDetails: boolean;
}

/** A comma list, or what an expression gave. */
const list = (value: unknown): string[] =>
	(Array.isArray(value) ? value.map(String) : String(value ?? '').split(/[,，;；\s]+/)).filter((entry) => entry !== '');

/** Megabytes as typed → bytes; what is no size → the limit of all downloads. */
const megabytes = (typed: unknown): number => (Number(typed) > 0 ? Number(typed) * 1024 * 1024 : DOWNLOAD_LIMIT);

function pattern(context: Context, text: unknown): RegExp | undefined {
	if (typeof text !== 'string' || text === '') return undefined;
	try {
		return new RegExp(text, 'iu');
	} catch (error) {
		throw new NodeOperationError(context.getNode(), error as Error, {
			message: `Text Matches is not a regular expression: ${text}`,
			description: `“文本匹配”不是有效的正则表达式：${text}`,
		});
	}
}

/** The node's parameters, read once. Throws a NodeOperationError naming the field that cannot be used. */
export function readSettings(context: Context): Settings {
	const parameter = (name: string, otherwise: unknown): unknown =>
		'getInputData' in context
			? context.getNodeParameter(name, 0, otherwise)
			: context.getNodeParameter(name, otherwise);
	const receive = list(parameter('receive', []));
	const eventTypes = list(parameter('events', ['*']));
	const filters = parameter('filters', {}) as Record<string, unknown>;
	const options = parameter('options', {}) as Record<string, unknown>;
	const connection = parameter('connection', 'stream') === 'webhook' ? 'webhook' : 'stream';
	return {
		connection,
		registration: parameter('registration', 'manual') === 'automatic' ? 'automatic' : 'manual',
		filters: {
			events: receive.includes('events'),
			robotMessages: receive.includes('robotMessages'),
			cardCallbacks: receive.includes('cardCallbacks'),
			delegatedMessages: receive.includes('delegatedMessages'),
			cardData: receive.includes('cardData'),
			pluginCalls: receive.includes('pluginCalls'),
			eventTypes: eventTypes.includes('*') ? undefined : new Set(eventTypes),
			processCodes: list(filters.processCodes),
			departmentIds: list(filters.departmentIds),
			conversationIds: list(filters.conversationIds),
			senders: list(filters.senders),
			onlyMentions: filters.onlyMentions === true,
			text: pattern(context, filters.text),
			actionIds: list(filters.actionIds),
			outTrackIds: list(filters.outTrackIds),
			cardTemplateIds: list(filters.cardTemplateIds),
		},
		acknowledge: (options.acknowledge ?? 'finished') as Acknowledge,
		maxInFlight: Math.max(1, Number(options.maxInFlight ?? 20)),
		replaceUrl: options.replaceUrl === true,
		cardRouteKey: String(options.cardRouteKey ?? '').trim(),
		recoverFailed: (options.recoverFailed ?? connection === 'webhook') === true,
		downloadAttachments: options.downloadAttachments === true,
		maxFileSize: megabytes(options.maxFileSize),
		resolveDetails: options.resolveDetails === true,
	};
}
