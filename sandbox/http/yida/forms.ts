import { setTimeout as sleep } from 'node:timers/promises';
import type { Component, Submission } from '../../data/yida';
import { ApiError } from '../../errors';
import type { RouteName } from '../../catalog';
import { chinaTime, parseChinaTime } from '../../time';
import type { Call, Route, World } from '../../world';
import { operation } from '../operation';
import { inputInvalid, readConditions, readValues } from './values';

type Text = Record<string, string>;
/** Numbers, booleans and texts of a body. */
type Body = Record<string, never>;

/** From looking for a submission to creating it, in ms: of two calls at once neither finds the other's. */
const INSERT_AFTER = 50;

/** Who may call, and for which app: the secret stands in the query of some routes. @throws DingTalk's error */
export const admit = ({ data }: World, { query, body, path }: Call<Body>): void => {
	const given: Text = { ...query, ...body, ...path };
	if (given.appType !== data.yida.appType) throw new ApiError('applicationNotExist.application.notExits', '应用不存在');
	if (given.systemToken !== data.yida.systemToken)
		throw new ApiError('invalidParameter.parameter.accessKeyNotMatch', `接入密钥不匹配:${given.systemToken}`);
};

export const formIn = ({ data }: World, formUuid: string) => {
	const found = data.yida.forms.find((one) => one.formUuid === formUuid);
	if (!found) throw new ApiError('invalidState.form.formNotExist', '表单不存在');
	return found;
};

/** What people have beside their ids: the component answers their names, and the ids under `_id`. */
export const stored = ({ company }: World, components: Component[], values: Record<string, unknown>) => {
	const extra = components
		.filter(({ componentName, fieldId }) => componentName === 'EmployeeField' && Array.isArray(values[fieldId]))
		.flatMap(({ fieldId }): Array<[string, unknown]> => {
			const ids = values[fieldId] as string[];
			const names = ids.map((id) => {
				const person = company.users.find(({ userid }) => userid === id);
				if (!person) throw new ApiError('failure.user.userNotExist', `用户不存在:${id}`);
				return person.name;
			});
			return [
				[fieldId, names],
				[`${fieldId}_id`, ids],
			];
		});
	return { ...values, ...Object.fromEntries(extra) };
};

export const nameOf = ({ company }: World, userId: string) => ({
	nameInChinese: company.users.find(({ userid }) => userid === userId)?.name ?? userId,
	nameInEnglish: userId,
	type: 'i18n',
});

/** One page, counted from 1. */
export const pageOf = <T>(all: T[], number: unknown, size: unknown): T[] => {
	const [page, most] = [Number(number ?? 1), Number(size ?? 10)];
	if (most > 100 || most < 1 || page < 1) throw inputInvalid('pageSize');
	return all.slice((page - 1) * most, page * most);
};

const i18n = (label: string) =>
	JSON.stringify({ use: 'zh_CN', en_US: label, zh_CN: label, type: 'JSExpression', extType: 'i18n' });
const component = ({ fieldId, componentName, label, choices = [], children = [] }: Component): object => ({
	fieldId,
	componentName,
	behavior: 'NORMAL',
	label: i18n(label),
	props: JSON.stringify({ dataSource: choices.map((text) => ({ text: { zh_CN: text, en_US: text }, value: text })) }),
	children: JSON.stringify(children.map(component)),
});

/** Answers a route of Yida for whoever the app's secret admits. */
export const served =
	(world: World) =>
	(route: RouteName, answer: (call: Call<Body>) => unknown): Route =>
		operation<Body>(
			world,
			route,
			(call) => {
				admit(world, call);
				return answer(call);
			},
			{ invalid: inputInvalid },
		);

/** Forms of Yida and their submissions, https://open.dingtalk.com/document/development/api-saveformdata-v2 and its neighbours. */
export const yidaFormRoutes = (world: World): Route[] => {
	const { data, now, nextId } = world;
	const { submissions, remarks, files } = data.yida;
	const one = (id: string) => {
		const found = submissions.find(({ formInstanceId }) => formInstanceId === id);
		if (!found) throw new ApiError('invalidState.form.dataDoesNotExistOrIsDeleted', `数据不存在或已删除:${id}`);
		return found;
	};
	const serve = served(world);
	const save = (formUuid: string, text: string, originator: string): string => {
		const { components } = formIn(world, formUuid);
		const values = stored(world, components, readValues(components, text));
		const formInstanceId = `FINST-${nextId().toString(36).toUpperCase()}`;
		const serial = components.find(({ componentName }) => componentName === 'SerialNumberField');
		const numbered = serial ? { [serial.fieldId]: `BF${String(submissions.length + 1).padStart(4, '0')}` } : {};
		submissions.push({
			formInstanceId,
			formUuid,
			originator,
			created: now(),
			modified: now(),
			values: { ...values, ...numbered },
		});
		return formInstanceId;
	};
	const change = (entry: Submission, text: string): void => {
		const { components } = formIn(world, entry.formUuid);
		Object.assign(entry.values, stored(world, components, readValues(components, text)));
		entry.modified = now();
	};
	const shown = (entry: Submission, useAlias: unknown) => {
		const { components } = formIn(world, entry.formUuid);
		if (String(useAlias) !== 'true') return entry.values;
		const aliasOf = (key: string) => components.find(({ fieldId }) => fieldId === key)?.alias ?? key;
		return Object.fromEntries(Object.entries(entry.values).map(([key, value]) => [aliasOf(key), value]));
	};
	const listed = (entry: Submission, useAlias: unknown) => ({
		formInstanceId: entry.formInstanceId,
		formUuid: entry.formUuid,
		createTimeGMT: chinaTime(entry.created),
		modifiedTimeGMT: chinaTime(entry.modified),
		creatorUserId: entry.originator,
		originator: { userId: entry.originator, name: nameOf(world, entry.originator) },
		formData: shown(entry, useAlias),
	});
	const within = (ms: number, from: string | undefined, to: string | undefined) =>
		(from === undefined || ms >= (parseChinaTime(from) ?? NaN)) &&
		(to === undefined || ms <= (parseChinaTime(to) ?? NaN));

	return [
		serve('POST /v2.0/yida/forms/instances', ({ body }) => ({
			result: save(body.formUuid, body.formDataJson, body.userId),
		})),
		serve('POST /v1.0/yida/forms/instances/batchSave', ({ body }) => {
			const list: string[] = body.formDataJsonList;
			if (list.length > 500) throw inputInvalid('formDataJsonList');
			return { result: list.map((text) => save(body.formUuid, text, body.userId)) };
		}),
		serve('GET /v2.0/yida/forms/instances/{id}', ({ path, query }) => {
			const entry = one(path.id);
			const { formInstanceId: formInstId, modifiedTimeGMT, formData } = listed(entry, query.useAlias);
			const originator = {
				userId: entry.originator,
				name: nameOf(world, entry.originator),
				departmentName: '',
				email: '',
			};
			return { formInstId, modifiedTimeGMT, formData, originator };
		}),
		serve('POST /v2.0/yida/forms/instances/advances/queryAll', ({ body }) => {
			const { components } = formIn(world, body.formUuid);
			const meets = readConditions(components, body.searchCondition);
			const found = submissions.filter(
				(entry) =>
					entry.formUuid === body.formUuid &&
					meets(entry.values) &&
					(body.originatorId === undefined || entry.originator === body.originatorId) &&
					within(entry.created, body.createFromTimeGMT, body.createToTimeGMT) &&
					within(entry.modified, body.modifiedFromTimeGMT, body.modifiedToTimeGMT),
			);
			const page = pageOf(found, body.pageNumber, body.pageSize).map((entry) => listed(entry, body.useAlias));
			return { data: page, pageNumber: Number(body.pageNumber ?? 1), totalCount: found.length };
		}),
		serve('PUT /v2.0/yida/forms/instances', ({ body }) => {
			change(one(body.formInstanceId), body.updateFormDataJson);
			return {};
		}),
		serve('POST /v2.0/yida/forms/instances/insertOrUpdate', async ({ body }) => {
			const { components } = formIn(world, body.formUuid);
			const meets = readConditions(components, body.searchCondition);
			const found = submissions.filter((entry) => entry.formUuid === body.formUuid && meets(entry.values));
			if (found.length === 0) {
				await sleep(INSERT_AFTER);
				return { result: [save(body.formUuid, body.formDataJson, body.userId)] };
			}
			for (const entry of found) change(entry, body.formDataJson);
			return { result: found.map(({ formInstanceId }) => formInstanceId) };
		}),
		serve('POST /v1.0/yida/forms/instances/batchRemove', ({ body }) => {
			const ids: string[] = body.formInstanceIdList;
			for (const entry of ids.map(one)) submissions.splice(submissions.indexOf(entry), 1);
			return {};
		}),
		serve('PUT /v1.0/yida/forms/instances/components', ({ body }) => {
			const ids: string[] = body.formInstanceIdList;
			for (const entry of ids.map(one)) change(entry, body.updateFormDataJson);
			return { result: ids };
		}),
		serve('PUT /v1.0/yida/forms/instances/datas', ({ body }) => {
			const changes = Object.entries<string>(body.updateFormDataJsonMap);
			const known = changes.filter(([id]) => submissions.some(({ formInstanceId }) => formInstanceId === id));
			for (const [id, text] of known) change(one(id), text);
			return { result: known.map(([id]) => id) };
		}),
		serve('GET /v1.0/yida/forms', ({ query }) => {
			const all = data.yida.forms.filter(({ formType }) =>
				(query.formTypes ?? 'receipt,process').split(',').includes(formType),
			);
			const forms = pageOf(all, query.pageNumber, query.pageSize ?? 100);
			const shownForms = forms.map(({ formUuid, title, formType }) => ({
				formUuid,
				title,
				formType,
				creator: data.yida.approver,
				gmtCreate: '2026-01-01T09:00Z',
			}));
			return {
				success: true,
				result: { data: shownForms, totalCount: all.length, currentPage: Number(query.pageNumber ?? 1) },
			};
		}),
		serve('GET /v1.0/yida/forms/formFields', ({ query }) => ({
			success: true,
			result: formIn(world, query.formUuid).components.map(component),
		})),
		serve('GET /v2.0/yida/forms/component/alias/{appType}/{formUuid}', ({ path }) => ({
			result: formIn(world, path.formUuid).components.flatMap(({ fieldId, alias }) =>
				alias ? [{ fieldId, alias }] : [],
			),
		})),
		serve('GET /v1.0/yida/forms/innerTables/{formInstanceId}', ({ path, query }) => {
			const rows = (one(path.formInstanceId).values[query.tableFieldId] ?? []) as object[];
			const page = pageOf(rows, query.pageNumber, query.pageSize);
			return { data: page, pageNumber: Number(query.pageNumber ?? 1), totalCount: rows.length };
		}),
		serve('POST /v1.0/yida/forms/remarks', ({ body }) => {
			const id = nextId();
			remarks.push({
				id,
				formInstanceId: one(body.formInstanceId).formInstanceId,
				content: body.content,
				userId: body.userId,
				created: now(),
			});
			return { result: id };
		}),
		serve('GET /v1.0/yida/apps/temporaryUrls/{appType}', ({ query }) => {
			const name = new URL(query.fileUrl).searchParams.get('fileName') ?? '';
			const bytes = files.get(name);
			return { result: world.storage.signLink({ read: () => bytes, name }) };
		}),
	];
};
