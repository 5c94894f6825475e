import { defineField } from '../../../runtime/field';
import { defineMapper } from '../../../runtime/mapper';
import { contactColumns, optional, without } from '../../flows/fields';
import { writeLinkedField } from '../../flows/write';

/** The field that links a contact to a customer. */
export const RELATED_CUSTOMER = 'contact_related_customer';

/** Contacts of one call. https://open.dingtalk.com/document/development/add-contact-data-in-batches */
export const MOST_CONTACTS = 10;

const words = {
	displayName: 'Columns',
	zh: { name: '联系人信息', description: '企业联系人表单的字段；也可自动匹配数据项中的同名键' },
	description:
		"Fields of the organisation's own contact form, filled in here or taken from the item's keys of the same names",
	words: { singular: 'field', plural: 'fields' },
	needs: [],
	convert: writeLinkedField,
} as const;

export const newContact = defineMapper({
	...words,
	name: 'contactFields',
	mode: 'add',
	columns: without(RELATED_CUSTOMER, contactColumns),
});
export const changedContact = defineMapper({
	...words,
	name: 'contactChanges',
	mode: 'map',
	columns: optional(contactColumns),
});

/** A contact by its ID, which has two names in DingTalk's answers. */
export const relationId = defineField({
	displayName: 'Contact ID',
	zh: { name: '联系人 ID', description: '新增时返回的 relationId，或查询时返回的 instanceId' },
	name: 'relationId',
	type: 'string',
	id: true,
	required: true,
	default: '',
	description: 'The relationId that Create returns, which is the instanceId of Get Many',
});
