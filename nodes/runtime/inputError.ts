/** A person's input that no request may be made of. */
export class InputError extends Error {
	/** @param field displayName of the field that is wrong. @param sentence What is wrong and what to do, English. @param chinese The same in Chinese. */
	constructor(
		readonly field: string,
		readonly sentence: string,
		readonly chinese: string,
	) {
		super(`${field}: ${sentence}`);
		this.name = 'InputError';
	}
}
