/** A text in Teambition's query language: quoted, so that nothing in it is read as the language. https://open.dingtalk.com/document/development/the-description-of-the-tql-task */
export const quoted = (text: string): string => `"${text.replace(/[\\"]/g, '\\$&').replace(/\s+/g, ' ')}"`;

/** Several of them, as a list. */
export const anyOf = (texts: readonly string[]): string => `[${texts.map(quoted).join(', ')}]`;

/** Conditions that all must hold; `undefined` for none. */
export const allOf = (conditions: ReadonlyArray<string | undefined>): string | undefined => {
	const given = conditions.filter((one) => one !== undefined && one !== '');
	return given.length === 0 ? undefined : given.map((one) => (given.length > 1 ? `(${one})` : one)).join(' AND ');
};
