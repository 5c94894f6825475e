import { defineMapper } from '../../../runtime/mapper';
import { followUpColumns, optional, without } from '../../flows/fields';
import { writeLinkedField } from '../../flows/write';

/** The field that links a record to a customer. */
export const RELATED_CUSTOMER = 'follow_record_related_customer';
/** Records of one call. https://open.dingtalk.com/document/development/batch-add-follow-up-record-data */
export const MOST_RECORDS = 40;

const words = {
	displayName: 'Columns',
	zh: { name: '跟进内容', description: '企业跟进记录表单的字段；也可自动匹配数据项中的同名键' },
	description:
		"Fields of the organisation's own follow-up form, filled in here or taken from the item's keys of the same names",
	words: { singular: 'field', plural: 'fields' },
	needs: [],
	convert: writeLinkedField,
} as const;

export const newFollowUp = defineMapper({
	...words,
	name: 'followUpFields',
	mode: 'add',
	columns: without(RELATED_CUSTOMER, followUpColumns),
});
export const changedFollowUp = defineMapper({
	...words,
	name: 'followUpChanges',
	mode: 'map',
	columns: optional(followUpColumns),
});
