import { randomUUID } from 'crypto';
import { isObject, type Json } from '../../../protocol/json';
import type { FilePart } from '../../../protocol/request';
import { inBatches } from '../../../runtime/batch';
import type { Api, Refusal } from '../../../runtime/operation';
import { objectsIn } from '../../../runtime/pick';
import { refusalOf } from '../../../runtime/partial';
import { DingTalkError } from '../../../protocol/errors';
import { uploadDocResource } from '../../../shared/docResource';
import type { Place } from '../../flows/columns';

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

/** A write is what goes into an existing record. */
export interface Write {
	id: string;
	columns: Json;
}

/** Writes up to 100 records in one call; the ids that DingTalk answers. */
async function send(
	api: Api,
	place: Place,
	writes: ReadonlyArray<{ id?: string; columns: Json }>,
	route: typeof CREATE | typeof UPDATE,
): Promise<string[]> {
	const records = await Promise.all(
		writes.map(async ({ id, columns }) => ({
			...(id !== undefined && { id }),
			fields: await withUploads(api, place, columns),
		})),
	);
	// The key that makes a repeated create harmless. https://open.dingtalk.com/document/development/api-notable-insertrecords
	const query = { operatorId: place.operator, ...(route === CREATE && { clientToken: randomUUID() }) };
	const { value } = await api
		.call(route, { path: { baseId: place.base, sheetIdOrName: place.sheet }, query, body: { records } }, { safe: true })
		.catch(alreadyDone);
	return objectsIn(value).map(({ id }) => String(id));
}

/**
 * Creates records of one sheet in calls of 100, one after the other; each record's id or why it was not created, in order.
 * An answer with another number of ids than was sent pairs nothing: then every record of that call has an error.
 */
export async function createRecords(api: Api, place: Place, rows: readonly Json[]): Promise<Array<string | Refusal>> {
	const created = await inBatches(rows, MOST_RECORDS, async (part) => {
		const ids = await send(
			api,
			place,
			part.map((columns) => ({ columns })),
			CREATE,
		);
		if (ids.length === part.length) return ids;
		throw new DingTalkError({
			code: 'unpaired',
			kind: 'busy',
			ours: true,
			message: `DingTalk answered ${ids.length} records for ${part.length} that were sent, so nobody can tell which is which`,
		});
	});
	return created.map((outcome) => ('error' in outcome ? refusalOf(outcome.error, '') : outcome.result));
}

/** A record that an answer does not name among those that were updated. */
const notUpdated = (id: string): Refusal =>
	refusalOf(
		new DingTalkError({
			code: 'notUpdated',
			kind: 'refused',
			ours: true,
			message: `DingTalk did not update the record ${id}: its answer names only others`,
		}),
		id,
	);

/**
 * Changes records of one sheet in calls of 100, one after the other; each write's id or why it was not written, in order.
 * Several writes to one record become one, in which the later value of a column counts. The answer names the records that were
 * changed, in any order. https://open.dingtalk.com/document/development/api-noatable-updaterecords
 */
export async function updateRecords(
	api: Api,
	place: Place,
	writes: readonly Write[],
): Promise<Array<string | Refusal>> {
	const joined = new Map<string, Json>();
	for (const { id, columns } of writes) joined.set(id, { ...joined.get(id), ...columns });
	const records = [...joined].map(([id, columns]) => ({ id, columns }));
	const updated = await inBatches(records, MOST_RECORDS, async (part) => {
		const done = new Set(await send(api, place, part, UPDATE));
		return part.map(({ id }) => (done.has(id) ? id : notUpdated(id)));
	});
	const outcomes = new Map<string, string | Refusal>();
	updated.forEach((outcome, index) => {
		const id = records[index]?.id ?? '';
		outcomes.set(id, 'error' in outcome ? refusalOf(outcome.error, id) : outcome.result);
	});
	return writes.map(({ id }) => outcomes.get(id) ?? notUpdated(id));
}
