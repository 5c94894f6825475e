import type { Worksheet } from '../../data/spreadsheet';
import { worksheet } from '../../data/spreadsheet';
import { ApiError } from '../../errors';
import type { Call, Route, World } from '../../world';
import { collection } from '../collection';
import { operation } from '../operation';
import { extensionOf } from '../drive/tree';
import { a1, rectangle } from './address';
import type { Rectangle } from './address';
import { filterAndImageRoutes } from './filtersAndImages';
import { cellAt, lastUsed, put, shownText, table, typedCell } from './cells';

const SHEETS = '/v1.0/doc/workbooks/{workbookId}/sheets';
const SHEET = `${SHEETS}/{sheetId}` as const;
const RANGE = `${SHEET}/ranges/{rangeAddress}` as const;
/** The pages name no bound; a range that is far too large is refused. */
const MOST_CELLS = 10_000;
const ROWS = 1000;

type Place = Pick<Call, 'path' | 'query'>;
type Tables = Record<string, unknown[][] | string | undefined> & { values?: string[][] };
type Find = {
	text: string;
	findOptions: {
		matchEntireCell?: boolean;
		matchCase?: boolean;
		useRegExp?: boolean;
		matchFormulaText?: boolean;
		scope?: string;
	};
};

const invalid = (detail: string) => new ApiError('invalidRequest.inputArgs.invalid', detail);
const noResource = (id: string) => new ApiError('invalidRequest.resource.notFound', `resource ${id} not found`, 404);

/** Spreadsheets, https://open.dingtalk.com/document/development/append-line and its neighbours. */
export const spreadsheetRoutes = (world: World): Route[] => {
	const { data, nextId } = world;
	const { worksheets } = data.spreadsheet;
	const refusals = { missing: noResource, invalid, stranger: (id: string) => invalid(`operatorId ${id}`) };

	const workbook = ({ path: { workbookId }, query: { operatorId } }: Place): Worksheet[] => {
		const node = data.drive.dentries.find(({ uuid }) => uuid === workbookId);
		if (!node) throw noResource(workbookId);
		if (extensionOf(node.name) !== 'axls')
			throw new ApiError('invalidRequest.resource.notWorkbook', 'The resource is not a workbook.');
		const space = data.drive.spaces.find(({ spaceId }) => spaceId === node.spaceId);
		if (space?.kind === 'mine' && space.ownerId !== operatorId)
			throw new ApiError('forbidden.accessDenied', 'The operator has no permission.', 403);
		const own = () => worksheets.filter((one) => one.workbookId === workbookId);
		// A spreadsheet has a sheet from its beginning.
		if (own().length === 0) worksheets.push(worksheet(`st${nextId().toString(36)}`, workbookId, 'Sheet1'));
		return own();
	};
	const sheet = (call: Place): Worksheet => {
		const { sheetId } = call.path;
		const found = workbook(call).find(({ id, name }) => id === sheetId || name === sheetId);
		if (!found) throw noResource(sheetId);
		return found;
	};
	const range = (call: Place): Rectangle => {
		const found = rectangle(call.path.rangeAddress);
		if (!found) throw invalid(`rangeAddress ${call.path.rangeAddress}`);
		if (found.rows * found.columns > MOST_CELLS)
			throw new ApiError('forbidden.document.sizeOverLimit', 'The document size is over limit.', 403);
		return found;
	};
	const each = ({ top, left, rows, columns }: Rectangle, work: (row: number, column: number) => void): void => {
		for (let row = top; row < top + rows; row += 1)
			for (let column = left; column < left + columns; column += 1) work(row, column);
	};
	const free = (name: string, taken: string[]): string => {
		for (let n = 1; ; n += 1) {
			const candidate = n === 1 ? name : `${name}(${n - 1})`;
			if (!taken.includes(candidate)) return candidate;
		}
	};
	const count = (from: number, many: number): void => {
		if (!Number.isInteger(from) || from < 0 || !Number.isInteger(many) || many < 1) throw invalid('row or column');
	};
	const emptied = (keepFormats: boolean) => (call: Call) => {
		const one = sheet(call);
		const area = range(call);
		each(area, (row, column) => put(one, row, column, undefined));
		if (!keepFormats) for (const key of one.formats.keys()) if (key.startsWith(`${a1(area)} `)) one.formats.delete(key);
		return { a1Notation: a1(area) };
	};

	return [
		...collection<Worksheet>(world, {
			...refusals,
			entries: worksheets,
			id: 'id',
			alias: 'name',
			within: (call) => {
				const own = workbook(call);
				return (one) => own.includes(one);
			},
			show: (one) => {
				const used = lastUsed(one);
				return {
					...one,
					rowCount: Math.max(ROWS, one.cells.length),
					columnCount: Math.max(26, used.column + 1),
					lastNonEmptyRow: used.row,
					lastNonEmptyColumn: used.column,
				};
			},
			create: {
				route: `POST ${SHEETS}`,
				entry: ({ path, query, body: { name } }: Call<{ name: string }>) =>
					worksheet(
						`st${nextId().toString(36)}`,
						path.workbookId,
						free(
							name,
							workbook({ path, query }).map((one) => one.name),
						),
					),
			},
			list: { route: `GET ${SHEETS}` },
			get: { route: `GET ${SHEET}` },
			update: { route: `PUT ${SHEET}` },
			remove: {
				route: `DELETE ${SHEET}`,
				check: (call) => {
					if (workbook(call).length === 1) throw new ApiError('forbidden.operationIllegal', 'the last sheet', 403);
				},
			},
		}),
		operation(
			world,
			`GET ${RANGE}`,
			(call) => {
				const one = sheet(call);
				const area = range(call);
				const all: Record<string, () => unknown> = {
					values: () => table(one, area, (cell) => cell?.value ?? ''),
					displayValues: () => table(one, area, shownText),
					formulas: () => table(one, area, (cell) => cell?.formula ?? ''),
					fontSizes: () => table(one, area, () => 10),
					horizontalAlignments: () => table(one, area, () => 'general'),
					verticalAlignments: () => table(one, area, () => 'middle'),
					backgroundColors: () => table(one, area, () => ({ red: 255, green: 255, blue: 255, hexString: '#ffffff' })),
				};
				const wanted = call.query.select ? call.query.select.split(',') : Object.keys(all);
				const unknown = wanted.find((name) => !(name in all));
				if (unknown !== undefined) throw invalid(`select ${unknown}`);
				return Object.fromEntries(wanted.map((name) => [name, all[name]()]));
			},
			refusals,
		),
		operation<Tables>(
			world,
			`PUT ${RANGE}`,
			(call) => {
				const one = sheet(call);
				const area = range(call);
				for (const [name, cells] of Object.entries(call.body))
					if (Array.isArray(cells) && (cells.length !== area.rows || cells.some((row) => row.length !== area.columns)))
						throw invalid(`${name} has not the size of the range`);
				const { values, ...formats } = call.body;
				if (values)
					each(area, (row, column) => put(one, row, column, typedCell(values[row - area.top][column - area.left])));
				for (const [name, format] of Object.entries(formats)) one.formats.set(`${a1(area)} ${name}`, format);
				return { a1Notation: a1(area) };
			},
			refusals,
		),
		operation<{ values: string[][] }>(
			world,
			`POST ${SHEET}/appendRows`,
			(call) => {
				const one = sheet(call);
				const { values } = call.body;
				const columns = Math.max(0, ...values.map((row) => row.length));
				if (columns === 0) throw invalid('values is empty');
				const area = { top: lastUsed(one).row + 1, left: 0, rows: values.length, columns };
				each(area, (row, column) => put(one, row, column, typedCell(values[row - area.top][column] ?? '')));
				return { a1Notation: a1(area) };
			},
			refusals,
		),
		...filterAndImageRoutes(world, sheet, refusals),
		operation(world, `POST ${RANGE}/clearData`, emptied(true), refusals),
		operation(world, `POST ${RANGE}/clear`, emptied(false), refusals),
		operation<{ row: number; rowCount: number }>(
			world,
			`POST ${SHEET}/insertRowsBefore`,
			(call) => {
				const one = sheet(call);
				const { row, rowCount } = call.body;
				count(row, rowCount);
				if (row < one.cells.length)
					one.cells.splice(row, 0, ...Array.from({ length: rowCount }, (): undefined => undefined));
				return { id: one.id };
			},
			refusals,
		),
		operation<{ row: number; rowCount: number }>(
			world,
			`POST ${SHEET}/deleteRows`,
			(call) => {
				const one = sheet(call);
				const { row, rowCount } = call.body;
				count(row, rowCount);
				one.cells.splice(row, rowCount);
				return { id: one.id };
			},
			refusals,
		),
		operation<{ column: number; columnCount: number }>(
			world,
			`POST ${SHEET}/insertColumnsBefore`,
			(call) => {
				const one = sheet(call);
				const { column, columnCount } = call.body;
				count(column, columnCount);
				for (const row of one.cells)
					if (row && column < row.length)
						row.splice(column, 0, ...Array.from({ length: columnCount }, (): undefined => undefined));
				return { id: one.id };
			},
			refusals,
		),
		operation<{ column: number; columnCount: number }>(
			world,
			`POST ${SHEET}/deleteColumns`,
			(call) => {
				const one = sheet(call);
				const { column, columnCount } = call.body;
				count(column, columnCount);
				for (const row of one.cells) row?.splice(column, columnCount);
				return { id: one.id };
			},
			refusals,
		),
		operation<Find>(
			world,
			`POST ${SHEET}/findAll`,
			(call) => {
				const one = sheet(call);
				const { text, findOptions } = call.body;
				const used = lastUsed(one);
				const everywhere = { top: 0, left: 0, rows: used.row + 1, columns: used.column + 1 };
				const area = findOptions.scope ? rectangle(findOptions.scope, { rows: Math.max(1, used.row + 1) }) : everywhere;
				if (!area) throw invalid('scope');
				const pattern = findOptions.useRegExp ? text : text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
				const wanted = new RegExp(
					findOptions.matchEntireCell ? `^(?:${pattern})$` : pattern,
					findOptions.matchCase ? '' : 'i',
				);
				const value: Array<{ a1Notation: string; values: string[][] }> = [];
				each(area, (row, column) => {
					const cell = cellAt(one, row, column);
					const shown = findOptions.matchFormulaText ? (cell?.formula ?? shownText(cell)) : shownText(cell);
					if (shown !== '' && wanted.test(shown))
						value.push({
							a1Notation: a1({ top: row, left: column, rows: 1, columns: 1 }),
							values: [[shownText(cell)]],
						});
				});
				return { value };
			},
			refusals,
		),
	];
};
