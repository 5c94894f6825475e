import { isObject, readJson, type Json } from '../../protocol/json';
import { objectsIn } from '../../runtime/pick';

/** A file in a form or in a comment. */
export interface AttachedFile {
	fileId: string;
	fileName?: string;
	/** Name of the form's field; absent for a comment. */
	field?: string;
	file: Json;
}

function parsed(value: unknown): unknown {
	if (typeof value !== 'string') return value;
	try {
		return readJson(value);
	} catch {
		return undefined;
	}
}

const filesIn = (value: unknown, field?: string): AttachedFile[] => {
	const given = parsed(value);
	return objectsIn(isObject(given) ? [given] : given)
		.filter(({ fileId }) => fileId !== undefined)
		.map((file) => ({
			fileId: String(file.fileId),
			...(file.fileName !== undefined && { fileName: String(file.fileName) }),
			...(field !== undefined && { field }),
			file,
		}));
};

/** Tables hold rows as JSON text: `[{ rowValue: [{ label, value, key }] }]`. */
const inTable = (value: unknown, table: string): AttachedFile[] =>
	objectsIn(parsed(value))
		.flatMap(({ rowValue }) => objectsIn(rowValue))
		.filter(({ key, componentType }) => /^DDAttachment/.test(String(componentType ?? key)))
		.flatMap((cell) => filesIn(cell.value, `${table} / ${String(cell.label)}`));

/**
 * Every file of an approval's form, and of its comments where wanted; the form has them as JSON text.
 * https://open.dingtalk.com/document/development/obtains-the-details-of-a-single-approval-instance-pop
 */
export function attachedFiles(instance: Json, comments: boolean): AttachedFile[] {
	const form = objectsIn(instance.formComponentValues).flatMap(({ componentType, name, value }) => {
		if (componentType === 'DDAttachment') return filesIn(value, String(name));
		return componentType === 'TableField' ? inTable(value, String(name)) : [];
	});
	if (!comments) return form;
	return [...form, ...objectsIn(instance.operationRecords).flatMap((record) => filesIn(record.attachments))];
}
