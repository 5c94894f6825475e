/** The first letters of a text, at most `most` UTF-16 units: an emoji that would be cut in half is left out. */
export const beginningOf = (text: string, most: number): string =>
	text.slice(0, text.length > most && /[\uD800-\uDBFF]/.test(text.charAt(most - 1)) ? most - 1 : most);
