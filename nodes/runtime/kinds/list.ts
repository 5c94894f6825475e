import { locatorValue } from '../locatorValue';
import { splitList } from '../people';
import { atMost, type Kind } from './kind';
import { checkedNumber } from './number';
import { checkedText } from './text';

/** Text that is read as a list: separated by commas or lines, or an array from an expression. */
export const list: Kind = {
	isEmpty: (_, raw) => splitList(locatorValue(raw)).length === 0,
	untouched: () => [],
	read: (field, raw) => {
		const entries = splitList(locatorValue(raw));
		// `maxLength` is that of one entry.
		return atMost<string | number>(
			field,
			field.list === 'number'
				? entries.map((entry) => checkedNumber(field, entry))
				: entries.map((entry) => checkedText(field, entry)),
		);
	},
	sample: ({ list: of, digits }) => (of === 'number' ? [1, 2] : digits ? ['1', '2'] : ['one', 'two']),
};
