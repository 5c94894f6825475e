import { defineField } from '../../../runtime/operation';

/** A mailbox of the organization, by its address. */
export const mailbox = defineField({
	displayName: 'Mailbox',
	zh: { name: '邮箱', description: '企业邮箱的地址', placeholder: '例如 notice@example.com' },
	name: 'mailbox',
	type: 'string',
	id: true,
	required: true,
	default: '',
	pattern: { test: /^[^\s@]+@[^\s@]+$/, en: 'is not an email address', zh: '不是有效的邮箱地址' },
	placeholder: 'e.g. notice@example.com',
	description: 'Address of a mailbox of the organization',
});
