import type { Worksheet } from '../../data/spreadsheet';
import { ApiError } from '../../errors';
import type { Call, Route, World } from '../../world';
import { operation } from '../operation';
import type { Refusals } from '../operation';
import { rectangle } from './address';

const SHEET = '/v1.0/doc/workbooks/{workbookId}/sheets/{sheetId}';

type Criteria = Record<string, object | null>;
interface Image {
	src: string;
	anchor: { row: number; col: number };
	coordinate: Record<'width' | 'height' | 'offsetX' | 'offsetY', number>;
}

/** What lies over the cells: the one filter of a sheet, and its floating images. https://open.dingtalk.com/document/development/api-createfilter, https://open.dingtalk.com/document/development/api-createfloatimage */
export const filterAndImageRoutes = (
	world: World,
	sheet: (call: Pick<Call, 'path' | 'query'>) => Worksheet,
	refusals: Refusals,
): Route[] => {
	const illegal = (detail: string) => new ApiError('forbidden.operationIllegal', detail, 403);
	const filter = (call: Pick<Call, 'path' | 'query'>) => {
		const one = sheet(call);
		if (!one.filter) throw illegal('the sheet has no filter');
		return { one, filter: one.filter };
	};
	const given = (criteria: Criteria = {}): Criteria =>
		Object.fromEntries(Object.entries(criteria).filter(([, criterion]) => criterion !== null));
	return [
		// The page does not say what is answered where there is none.
		operation(world, `GET ${SHEET}/filter/getFilter`, (call) => sheet(call).filter ?? {}, refusals),
		operation<{ range: string; criteria?: Criteria }>(
			world,
			`POST ${SHEET}/createFilter`,
			(call) => {
				const one = sheet(call);
				if (one.filter) throw illegal('the sheet has a filter already');
				const { range, criteria } = call.body;
				if (!rectangle(range)) throw new ApiError('invalidRequest.inputArgs.invalid', `range ${range}`);
				one.filter = { id: `filter-${world.nextId().toString(36)}`, range, criteria: given(criteria) };
				return { id: one.filter.id };
			},
			refusals,
		),
		operation<{ criteria: Criteria }>(
			world,
			`POST ${SHEET}/filter/updateFilter`,
			(call) => {
				const { filter: now } = filter(call);
				now.criteria = given({ ...now.criteria, ...call.body.criteria });
				return { id: now.id };
			},
			refusals,
		),
		operation(
			world,
			`POST ${SHEET}/deleteFilter`,
			(call) => {
				const { one, filter: now } = filter(call);
				one.filter = undefined;
				return { id: now.id };
			},
			refusals,
		),
		operation<Image>(
			world,
			`POST ${SHEET}/floatImages`,
			(call) => {
				const one = sheet(call);
				const { src, anchor, coordinate } = call.body;
				const known = [...world.data.aiTable.resources.values()].find(({ resourceUrl }) => resourceUrl === src);
				if (!known?.data) throw new ApiError('invalidRequest.inputArgs.invalid', `src ${src}`);
				const image = { id: `img${world.nextId().toString(36)}`, src, anchor, coordinate };
				one.images = [...(one.images ?? []), image];
				return { success: true, result: image };
			},
			refusals,
		),
	];
};
