import { urlsIn } from '../entries';
import { locatorValue } from '../locatorValue';
import { splitList } from '../people';
import { atMost, type Kind } from './kind';
import { checkedNumber } from './number';
import { checkedText } from './text';

const isUrl = (text: string) => /^https?:\/\/\S+$/i.test(text);

/** The entries of a list. Where all are addresses, a comma within one is part of it. */
const entriesOf = (raw: unknown): string[] => {
	if (Array.isArray(raw)) return [...new Set(raw.flatMap(entriesOf))];
	const urls = typeof raw === 'string' ? urlsIn(raw) : [];
	return urls.length > 0 && urls.every(isUrl) ? urls : splitList(raw);
};

/** Text that is read as a list: separated by commas or lines, or an array from an expression. */
export const list: Kind = {
	isEmpty: (_, raw) => entriesOf(locatorValue(raw)).length === 0,
	untouched: () => [],
	read: (field, raw) => {
		const entries = entriesOf(locatorValue(raw));
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
