import type { Resource } from '../../../runtime/operation';
import { getAll } from './getAll';
import { send } from './send';

export const mail: Resource = {
	name: 'Mail',
	value: 'mail',
	description: 'Emails of mailboxes in DingTalk Mail',
	operations: [send, getAll],
	zh: { name: '邮件', description: '钉钉企业邮箱中的邮件' },
};
