import type { Paging } from '../../protocol/paging';
import { defineList, defineListBy } from '../../runtime/list';
import { defineLocator } from '../../runtime/locator';
import { objectsIn } from '../../runtime/pick';

/** At most 100 a page; a page that is not full is the last. https://open.dingtalk.com/document/development/obtain-the-external-contact-list */
export const hundreds: Paging = {
	style: 'offset',
	cursor: 'offset',
	size: { at: 'size', max: 100 },
	entries: 'results',
};

/** A person outside the organization. The ID is the contact's own user ID. */
export const externalContact = defineLocator({
	displayName: 'External Contact',
	zh: { name: '外部联系人', description: '从列表选择或填写外部联系人自己的 userId' },
	name: 'externalContact',
	required: true,
	description: "Chosen from the list, or by the contact's own user ID",
	placeholder: 'e.g. 123420013632',
	list: defineList({
		route: 'POST /topapi/extcontact/list',
		request: () => ({ body: {} }),
		paging: hundreds,
		entry: ({ userid, name, company_name: company }) => ({
			name: [name, company].filter((part) => typeof part === 'string' && part !== '').join(' · '),
			value: String(userid),
		}),
	}),
});

/** Labels of external contacts; pages count their groups. https://open.dingtalk.com/document/development/obtains-a-list-of-external-contact-tags */
export const externalLabels = defineListBy([], async (_, { token }, api) => {
	const groups = await api.page('POST /topapi/extcontact/listlabelgroups', { body: {} }, hundreds, token);
	const entries = groups.entries.flatMap(({ name: group, labels }) =>
		objectsIn(labels).map(({ id, name }) => ({ name: `${String(group)}: ${String(name)}`, value: String(id) })),
	);
	return { entries, ...(groups.next !== undefined && { next: groups.next }) };
});
