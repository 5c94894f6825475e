import { type INodeProperties, SEND_AND_WAIT_OPERATION } from 'n8n-workflow';

import { describeForm } from '../../runtime/form';
import { weaver } from '../../runtime/words';
import { operatorUserId } from '../../shared/operator';
import { buttonFields } from './buttons';
import { optionFields } from './options';
import { questionFields } from './question';
import { receiverFields } from './receivers';

/** Everything that the node reads. */
export const fields = [...receiverFields, ...questionFields, ...buttonFields, ...optionFields] as const;

/** n8n finds by this property that the node can wait for a person, and lets agents ask before they use a tool. */
const operation = (): INodeProperties => {
	const { label, searchable } = weaver();
	return {
		displayName: label('Operation', '操作'),
		name: 'operation',
		type: 'hidden',
		noDataExpression: true,
		default: SEND_AND_WAIT_OPERATION,
		options: [
			{
				name: label('Send and Wait for Response', '发送并等待回复'),
				value: SEND_AND_WAIT_OPERATION,
				action: searchable('Send a question and wait for the response', '发送问题并等待回复'),
			},
		],
	};
};

/** What n8n shows, and the words that have no Chinese. */
export function describeNode(): { properties: INodeProperties[]; missing: string[] } {
	// The list of groups asks in somebody's name; the node itself does not.
	const { properties, missing } = describeForm([...fields, { ...operatorUserId, required: false }]);
	return { properties: [operation(), ...properties], missing };
}
