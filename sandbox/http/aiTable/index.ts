import type { FieldType, TableField, TableRecord } from '../../data/aiTable';
import { ApiError } from '../../errors';
import type { Call, Route, World } from '../../world';
import { collection } from '../collection';
import { operation } from '../operation';
import { meets } from './filter';
import type { Filter } from './filter';
import { inputInvalid, readCell, writeCell } from './values';

const SHEETS = '/v1.0/notable/bases/{baseId}/sheets';
const SHEET = `${SHEETS}/{sheetIdOrName}` as const;
/** The page gives no bound for writing; lists and their field names have this one. */
const MOST = 100;
const UUID = /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/i;

type Place = Pick<Call, 'path' | 'query'>;
type NewField = { name: string; type: FieldType; property?: TableField['property'] };
type Rows = { records: Array<{ id?: string; fields: Record<string, unknown> }> };

/** AI tables, https://open.dingtalk.com/document/development/api-notable-listrecords and its neighbours. */
export const aiTableRoutes = (world: World): Route[] => {
	const { bases, sheets, fields, records } = world.data.aiTable;
	const { now, nextId } = world;

	const noResource = (id: string) => new ApiError('invalidRequest.resource.notFound', `resource ${id} not found`, 404);
	const refusals = {
		missing: noResource,
		invalid: inputInvalid,
		stranger: (id: string) => inputInvalid(`operatorId ${id}`),
	};

	const base = ({ path: { baseId }, query: { operatorId } }: Place) => {
		const found = bases.find((one) => one.baseId === baseId);
		if (!found && world.data.drive.dentries.some(({ uuid }) => uuid === baseId))
			throw new ApiError('invalidRequest.document.typeIllegal', 'document type is not supported', 403);
		if (!found)
			throw new ApiError(
				'invalidRequest.document.notFound',
				'Fail to find the requested resource by the given baseId. Please make sure the given baseId is correct.',
				404,
			);
		if (found.closedTo.includes(operatorId))
			throw new ApiError('forbidden.operationIllegal', 'operator has no permission', 403);
		return found;
	};
	const sheet = (call: Place) => {
		const { baseId } = base(call);
		const { sheetIdOrName: name } = call.path;
		const found = sheets.find((one) => one.baseId === baseId && (one.id === name || one.name === name));
		if (!found) throw noResource(name);
		return found;
	};
	const inSheet = (call: Place) => {
		const { id } = sheet(call);
		return ({ sheetId }: { sheetId: string }) => sheetId === id;
	};
	const fieldsOf = (call: Place) => fields.filter(inSheet(call));
	const field = (sheetId: string, { name, type, property }: NewField): TableField => {
		if (name.trim() === '') throw inputInvalid('field name is empty');
		if (fields.some((one) => one.sheetId === sheetId && one.name === name))
			throw inputInvalid(`field ${name} already exists`);
		const choices = property?.choices?.map((one, i) => ({ ...one, id: `opt${i + 1}` }));
		return {
			id: `fld${nextId().toString(36)}`,
			sheetId,
			name,
			type,
			property: { ...property, ...(choices && { choices }) },
		};
	};
	const cells = (all: TableField[], given: Record<string, unknown>) =>
		Object.entries(given).map(([name, value]): [string, unknown] => {
			const found = all.find((one) => one.name === name);
			if (!found) throw inputInvalid(`field ${name} not found`);
			return [found.id, writeCell(world, found, value)];
		});
	const fill = (record: TableRecord, filled: Array<[string, unknown]>): void => {
		for (const [id, value] of filled) {
			if (value === undefined) delete record.cells[id];
			else record.cells[id] = value;
		}
	};
	const bounded = (length: number): void => {
		if (length < 1 || length > MOST) throw inputInvalid(`between 1 and ${MOST} records are allowed`);
	};
	const tokens = new Set<string>();

	return [
		...collection(world, {
			...refusals,
			entries: sheets,
			id: 'id',
			alias: 'name',
			within: (call) => {
				const { baseId } = base(call);
				return (one) => one.baseId === baseId;
			},
			create: {
				route: `POST ${SHEETS}`,
				entry: ({ path: { baseId }, body }: Call<{ name?: string; fields?: NewField[] }>) => {
					const own = sheets.filter((one) => one.baseId === baseId);
					const { name = `数据表${own.length + 1}`, fields: wanted = [{ name: '标题', type: 'text' }] } = body;
					if (own.some((one) => one.name === name)) throw inputInvalid(`sheet ${name} already exists`);
					const id = `sht${nextId().toString(36)}`;
					fields.push(...wanted.map((one) => field(id, one)));
					return { id, baseId, name };
				},
				check: (call) => void base(call),
			},
			list: { route: `GET ${SHEETS}` },
			get: { route: `GET ${SHEET}` },
			update: {
				route: `PUT ${SHEET}`,
				check: ({ path, body: { name } }: Call<{ name: string }>) => {
					if (sheets.some((one) => one.baseId === path.baseId && one.name === name))
						throw inputInvalid(`sheet ${name} already exists`);
				},
			},
			remove: {
				route: `DELETE ${SHEET}`,
				then: ({ id }) => {
					const stays = ({ sheetId }: { sheetId: string }) => sheetId !== id;
					fields.splice(0, fields.length, ...fields.filter(stays));
					records.splice(0, records.length, ...records.filter(stays));
				},
			},
		}),
		...collection<TableField>(world, {
			...refusals,
			entries: fields,
			id: 'id',
			alias: 'name',
			within: inSheet,
			create: {
				route: `POST ${SHEET}/fields`,
				entry: (call: Call<NewField>) => field(sheet(call).id, call.body),
			},
			list: { route: `GET ${SHEET}/fields` },
			update: { route: `PUT ${SHEET}/fields/{fieldIdOrName}` },
			remove: {
				route: `DELETE ${SHEET}/fields/{fieldIdOrName}`,
				check: (call) => {
					const [primary] = fieldsOf(call);
					if ([primary?.id, primary?.name].includes(call.path.fieldIdOrName))
						throw inputInvalid('the primary field can not be deleted');
				},
			},
		}),
		...collection<TableRecord>(world, {
			...refusals,
			entries: records,
			id: 'id',
			within: inSheet,
			show: ({ createdBy, lastModifiedBy, ...record }, { body, ...call }: Call<{ fieldIdOrNames?: string[] }>) => {
				const wanted = body.fieldIdOrNames;
				const shown = fieldsOf(call).filter(({ id, name }) => !wanted || wanted.includes(id) || wanted.includes(name));
				return {
					...record,
					fields: Object.fromEntries(
						shown.flatMap((one) => {
							const value = readCell(world, one, { createdBy, lastModifiedBy, ...record });
							return value === undefined ? [] : [[one.name, value]];
						}),
					),
					createdBy: { unionId: createdBy },
					lastModifiedBy: { unionId: lastModifiedBy },
				};
			},
			list: {
				route: `POST ${SHEET}/records/list`,
				check: (call: Call<{ fieldIdOrNames?: string[] }>) => {
					const { fieldIdOrNames: names = [] } = call.body;
					const all = fieldsOf(call);
					if (names.length > MOST) throw inputInvalid('fieldIdOrNames is oversize');
					const unknown = names.find((name) => !all.some((one) => one.id === name || one.name === name));
					if (unknown !== undefined) throw inputInvalid(`field ${unknown} not found`);
				},
				filters: { filter: (record, filter: Filter, call) => meets(world, fieldsOf(call), filter)(record) },
				size: MOST,
				end: world.dialect === 'wire' ? '' : undefined,
			},
			get: { route: `GET ${SHEET}/records/{recordId}` },
			remove: {
				route: `POST ${SHEET}/records/delete`,
				at: 'body.recordIds',
				check: ({ body }: Call<{ recordIds: string[] }>) => bounded(body.recordIds.length),
			},
		}),
		operation<Rows>(
			world,
			`POST ${SHEET}/records`,
			(call) => {
				const { clientToken, operatorId } = call.query;
				const { id: sheetId } = sheet(call);
				const all = fieldsOf(call);
				if (clientToken && !UUID.test(clientToken)) throw inputInvalid('clientToken is not a UUID v4');
				bounded(call.body.records.length);
				if (clientToken && tokens.has(clientToken))
					throw new ApiError(
						'invalidRequest.duplicateClientToken',
						'Duplicate ClientToken detected. Please generate a new client token and retry.',
						409,
					);
				// All or none: no record is written when one of them is wrong.
				const filled = call.body.records.map((one) => cells(all, one.fields));
				if (clientToken) tokens.add(clientToken);
				const added = filled.map((one) => {
					const record: TableRecord = {
						id: `rec${nextId().toString(36)}`,
						sheetId,
						cells: {},
						createdBy: operatorId,
						lastModifiedBy: operatorId,
						createdTime: now(),
						lastModifiedTime: now(),
					};
					fill(record, one);
					return record;
				});
				records.push(...added);
				return { value: added.map(({ id }) => ({ id })) };
			},
			refusals,
		),
		operation<Rows>(
			world,
			`PUT ${SHEET}/records`,
			(call) => {
				const all = fieldsOf(call);
				const own = records.filter(inSheet(call));
				bounded(call.body.records.length);
				const changes = call.body.records.map(({ id = '', fields: given }) => {
					const record = own.find((one) => one.id === id);
					if (!record) throw noResource(id);
					return { record, filled: cells(all, given) };
				});
				for (const { record, filled } of changes) {
					fill(record, filled);
					record.lastModifiedBy = call.query.operatorId;
					record.lastModifiedTime = now();
				}
				return { value: changes.map(({ record: { id } }) => ({ id })) };
			},
			refusals,
		),
	];
};
