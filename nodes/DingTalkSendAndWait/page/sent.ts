import type { IBinaryKeyData, IWebhookFunctions } from 'n8n-workflow';

import { isObject, type Json } from '../../protocol/json';
import { objectsIn } from '../../runtime/pick';

/** A file that came with a form; n8n has it in its folder for files on their way. */
export interface SentFile {
	readonly filepath: string;
	readonly filename: string;
	readonly mimetype: string;
	/** Bytes. */
	readonly size: number;
}

/** What a page sent, by name of the input. */
export interface Sent {
	readonly texts: Json;
	readonly files: Readonly<Record<string, readonly SentFile[]>>;
}

const fileOf = ({ filepath, originalFilename, newFilename, mimetype, size }: Json): SentFile => ({
	filepath: String(filepath),
	filename: String(originalFilename ?? newFilename),
	mimetype: String(mimetype ?? 'application/octet-stream'),
	size: Number(size),
});

/** An input that nobody chose a file in comes as an empty one without a name (n8n 1). */
const isChosen = ({ filename, size }: SentFile): boolean => filename !== '' || size > 0;

/** In parts, as forms with files are sent: n8n says by this that it has parsed the body itself. */
const IN_PARTS = 'multipart/form-data';

/** Reads what a page sent. Where a file lies is n8n's word only for a body in parts: in any other it would be the sender's. */
export function sentIn(context: IWebhookFunctions): Sent {
	const request = context.getRequestObject();
	const body: unknown = request.method === 'POST' ? context.getBodyData() : {};
	if (!isObject(body)) return { texts: {}, files: {} };
	if (Reflect.get(request, 'contentType') !== IN_PARTS) return { texts: body, files: {} };
	const files = Object.entries(isObject(body.files) ? body.files : {}).map(
		([name, some]) =>
			[
				name,
				objectsIn(Array.isArray(some) ? some : [some])
					.map(fileOf)
					.filter(isChosen),
			] as const,
	);
	return { texts: isObject(body.data) ? body.data : {}, files: Object.fromEntries(files) };
}

/** The files as n8n keeps them, one after the other: 附件_0, 附件_1. */
export async function kept(
	context: IWebhookFunctions,
	byLabel: Readonly<Record<string, readonly SentFile[]>>,
): Promise<IBinaryKeyData> {
	const binary: IBinaryKeyData = {};
	for (const [label, files] of Object.entries(byLabel))
		for (const [index, { filepath, filename, mimetype }] of files.entries())
			binary[`${label.replace(/[^\p{L}\p{N}_]/gu, '_')}_${index}`] = await context.nodeHelpers.copyBinaryFile(
				filepath,
				filename,
				mimetype,
			);
	return binary;
}
