import { randomUUID } from 'crypto';
import { isObject, type Json } from '../../../protocol/json';
import type { FilePart } from '../../../protocol/request';
import { inBatches } from '../../../runtime/batch';
import type { Api, Refusal } from '../../../runtime/operation';
import { objectsIn } from '../../../runtime/pick';
import { refusalOf } from '../../../runtime/partial';
import { DingTalkError } from '../../../protocol/errors';
import { uploadDocResource } from '../../../shared/docResource';

export interface Place {
	base: string;
	sheet: string;
	operator: string;
}

/** Records of one call. The pages of the writing routes name no limit; reading gives at most 100 at a time. https://open.dingtalk.com/document/development/api-notable-listrecords */
export const MOST_RECORDS = 100;

export const CREATE = 'POST /v1.0/notable/bases/{baseId}/sheets/{sheetIdOrName}/records';
export const UPDATE = 'PUT /v1.0/notable/bases/{baseId}/sheets/{sheetIdOrName}/records';

const isFile = (value: unknown): value is FilePart => isObject(value) && typeof value.open === 'function';

/** Puts a file where AI tables keep theirs → the entry of an attachment cell. */
export async function uploadFile(
	api: Api,
	{ base: docId, operator: operatorId }: Place,
	file: FilePart,
): Promise<Json> {
	const { resourceId, resourceUrl } = await uploadDocResource(api, docId, operatorId, file);
	return { filename: file.name, size: file.size, type: file.mimeType, url: resourceUrl, resourceId };
}

/** The values with their files uploaded, each file once in a run. */
async function withUploads(api: Api, place: Place, columns: Json): Promise<Json> {
	const ready: Json = {};
	for (const [name, value] of Object.entries(columns)) {
		const files = Array.isArray(value) && value.some(isFile);
		ready[name] = files
			? await Promise.all(
					value.map(async (entry: unknown) =>
						isFile(entry)
							? await api.once(
									`upload ${place.base} ${entry.name} ${entry.source ?? randomUUID()}`,
									async () => await uploadFile(api, place, entry),
								)
							: entry,
					),
				)
			: value;
	}
	return ready;
}

/** A repeated create finds that the first attempt was carried out, although its answer was lost: what was created is not created again. */
function alreadyDone(error: unknown): never {
	if (!(error instanceof DingTalkError) || !error.code.includes('duplicateClientToken')) throw error;
	throw new DingTalkError(
		{
			...error.facts,
			ours: true,
			message:
				'the records were created, but the answer with their IDs was lost on its way: look them up with Get Many',
		},
		{ cause: error },
	);
}

/** What is to be written: with an id an existing record, else a new one. */
export interface Write {
	id?: string;
	columns: Json;
}

/**
 * Writes records of one sheet in calls of 100, one after the other; each record's id or why it was not written, in order.
 * An answer with another number of ids than was sent pairs nothing: then every record of that call has an error.
 */
export async function writeRecords(
	api: Api,
	place: Place,
	writes: readonly Write[],
	route: typeof CREATE | typeof UPDATE,
): Promise<Array<string | Refusal>> {
	const send = async (part: Write[]): Promise<string[]> => {
		const records = await Promise.all(
			part.map(async ({ id, columns }) => ({
				...(id !== undefined && { id }),
				fields: await withUploads(api, place, columns),
			})),
		);
		// The key that makes a repeated create harmless. https://open.dingtalk.com/document/development/api-notable-insertrecords
		const query = { operatorId: place.operator, ...(route === CREATE && { clientToken: randomUUID() }) };
		const { value } = await api
			.call(
				route,
				{ path: { baseId: place.base, sheetIdOrName: place.sheet }, query, body: { records } },
				{ safe: true },
			)
			.catch(alreadyDone);
		const ids = objectsIn(value).map(({ id }) => String(id));
		if (ids.length !== part.length)
			throw new DingTalkError({
				code: 'unpaired',
				kind: 'busy',
				ours: true,
				message: `DingTalk answered ${ids.length} records for ${part.length} that were sent, so nobody can tell which is which`,
			});
		return ids;
	};
	const written = await inBatches(writes, MOST_RECORDS, send);
	return written.map((outcome, index) =>
		'error' in outcome ? refusalOf(outcome.error, writes[index]?.id ?? '') : outcome.result,
	);
}
