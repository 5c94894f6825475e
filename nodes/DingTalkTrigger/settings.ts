import { NodeOperationError } from 'n8n-workflow';

import { DOWNLOAD_LIMIT } from '../runtime/download';
import { readNodeForm, type TriggerContext } from '../runtime/nodeForm';
import { fields } from './fields';
import type { Filters } from './filters';

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
	/** Over Stream: clicks on the cards of Send and Wait are taken to the executions that wait. */
	readonly answersWaits: boolean;
	/** Where n8n is to be reached for that; '' for its own address. */
	readonly n8nAddress: string;
}

function pattern(context: TriggerContext, text: string | undefined): RegExp | undefined {
	if (text === undefined) return undefined;
	try {
		return new RegExp(text, 'iu');
	} catch (error) {
		throw new NodeOperationError(context.getNode(), error as Error, {
			message: `Text Matches is not a regular expression: ${text}`,
			description: `“文本匹配”不是有效的正则表达式：${text}`,
		});
	}
}

/** The node's parameters, read once. @throws NodeOperationError naming the field that cannot be used */
export async function readSettings(context: TriggerContext): Promise<Settings> {
	const { connection, registration, receive, events, filters, options } = await readNodeForm(context, fields);
	const { maxFileSize } = options;
	return {
		connection,
		registration: registration ?? 'manual',
		filters: {
			events: receive.includes('events'),
			robotMessages: receive.includes('robotMessages'),
			cardCallbacks: receive.includes('cardCallbacks'),
			delegatedMessages: receive.includes('delegatedMessages'),
			cardData: receive.includes('cardData'),
			pluginCalls: receive.includes('pluginCalls'),
			eventTypes: !events || events.includes('*') ? undefined : new Set(events),
			processCodes: filters.processCodes ?? [],
			departmentIds: filters.departmentIds ?? [],
			conversationIds: filters.conversationIds ?? [],
			senders: filters.senders ?? [],
			onlyMentions: filters.onlyMentions ?? false,
			text: pattern(context, filters.text),
			actionIds: filters.actionIds ?? [],
			outTrackIds: filters.outTrackIds ?? [],
			cardTemplateIds: filters.cardTemplateIds ?? [],
		},
		acknowledge: options.acknowledge ?? 'finished',
		maxInFlight: options.maxInFlight ?? 20,
		replaceUrl: options.replaceUrl ?? false,
		cardRouteKey: options.cardRouteKey ?? '',
		recoverFailed: options.recoverFailed ?? connection === 'webhook',
		downloadAttachments: options.downloadAttachments ?? false,
		maxFileSize: maxFileSize === undefined ? DOWNLOAD_LIMIT : maxFileSize * 1024 * 1024,
		resolveDetails: options.resolveDetails ?? false,
		answersWaits: connection === 'stream' && options.answersWaits !== false,
		n8nAddress: options.n8nAddress ?? '',
	};
}
