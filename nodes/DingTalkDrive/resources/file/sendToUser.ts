import { defineProcedure } from '../../../runtime/operation';
import { each } from '../../../runtime/each';
import { refusalOf } from '../../../runtime/partial';
import { operator } from '../../../shared/operator';
import { personModes } from '../../../shared/person';
import { checkPlace, placeOf, TO_ID } from '../../../shared/dentry';
import { file } from '../../locators/dentry';
import { space } from '../../locators/space';

const SEND = 'POST /v1.0/convFile/apps/conversations/files/send';

export const sendToUser = defineProcedure({
	name: 'Send to Person',
	value: 'sendToUser',
	action: 'Send a file to a person as the app',
	description:
		'Send a file to people in the name of the app. One call per person; one more where the file is given by its link.',
	zh: {
		name: '发送给用户',
		action: '以应用身份发送文件给用户',
		description: '以应用身份把文件发给员工。每人一次调用；用链接指定文件时多一次调用',
	},
	docs: 'https://open.dingtalk.com/document/development/sends-a-storage-file-to-a-specified-user',
	permission: 'ConvFile.File.Send',
	routes: [SEND, TO_ID],
	fields: [
		space,
		file,
		{
			displayName: 'Recipients',
			zh: { name: '接收人', description: '一个人，或用逗号分隔的多个 ID' },
			name: 'recipients',
			type: 'resourceLocator',
			person: 'unionId',
			many: true,
			required: true,
			default: { mode: 'list', value: '' },
			modes: personModes,
			description: 'One person, or several IDs separated by commas',
		},
		operator,
	],
	plan: (values) => {
		checkPlace(values);
		return values;
	},
	run: async ({ recipients, ...values }, api) => {
		const body = await placeOf(api, values);
		// Whom it goes to is the unionId here. https://open.dingtalk.com/document/development/sends-a-storage-file-to-a-specified-user
		const sent = await each(
			recipients,
			async (unionId) =>
				await api.call(SEND, { query: { unionId }, body }).then(
					({ file: copy }) => ({ ok: { recipient: unionId, ...Object.assign({}, copy) } }),
					(error: unknown) => ({ failed: refusalOf(error, unionId) }),
				),
		);
		return {
			ok: sent.flatMap((one) => ('ok' in one ? [one.ok] : [])),
			failed: sent.flatMap((one) => ('failed' in one ? [one.failed] : [])),
		};
	},
});
