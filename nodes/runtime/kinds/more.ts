import type { Field } from '../field';
import { moreOf } from '../locatorValue';

const zhName = ({ zh, displayName }: Field) => (typeof zh === 'string' ? zh : (zh?.name ?? displayName));

/** Labels that begin with what is done: "Add People" → "Add More People"; those that are no noun have it at the end: "Who May Answer (More)". */
const moreName = (label: string): string => {
	const [, verb, rest] = /^(Add|Remove|Set|Invite|Mention)\b(.*)$/.exec(label) ?? [];
	if (verb !== undefined) return `${verb} More${rest}`;
	return /^(Who|May|Open|Shared|Visible|Send) /.test(label) ? `${label} (More)` : `More ${label}`;
};

const moreZhName = (label: string): string => {
	const [, verb, rest] = /^(添加|移除|设置|邀请)(.+)$/.exec(label) ?? [];
	if (verb !== undefined) return `${verb}更多${rest}`;
	if (/^(谁|发送到|卡片内)/.test(label)) return `${label}（更多）`;
	return /^[@\w]/.test(label) ? `更多 ${label}` : `更多${label}`;
};

/** Beside a field of several: further entries, each with a locator of its own. */
function moreField(field: Field, group: string, entry: Field, placeholder: string, zhPlaceholder: string): Field {
	const { displayName, name, displayOptions, under } = field;
	return {
		displayName: moreName(displayName),
		zh: { name: moreZhName(zhName(field)), placeholder: zhPlaceholder },
		name: moreOf(name),
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder,
		default: {},
		...(under && { under }),
		...(displayOptions && { displayOptions }),
		options: [{ displayName: entry.displayName, zh: zhName(entry), name: group, values: [entry] }],
	};
}

export function moreLocators(field: Field): Field {
	const { typeOptions, modes, source, url } = field;
	const entry: Field = {
		displayName: 'Entry',
		zh: '项',
		name: 'entry',
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		modes,
		typeOptions,
		source,
		url,
	};
	return moreField(field, 'entries', entry, 'Add Entry', '添加');
}

export function morePeople(field: Field): Field {
	const entry: Field = {
		displayName: 'Person',
		zh: '人员',
		name: 'person',
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		modes: field.modes,
	};
	return moreField(field, 'people', entry, 'Add Person', '添加人员');
}
