import type { Field } from '../field';
import { moreOf } from '../locatorValue';

const zhName = ({ zh, displayName }: Field) => (typeof zh === 'string' ? zh : (zh?.name ?? displayName));

/** Beside a field of several: further entries, each with a locator of its own. */
function moreField(field: Field, group: string, entry: Field, placeholder: string, zhPlaceholder: string): Field {
	const { displayName, name, displayOptions, under } = field;
	return {
		displayName: `More ${displayName}`,
		zh: { name: `更多${zhName(field)}`, placeholder: zhPlaceholder },
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
