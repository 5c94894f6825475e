import { LegacyError } from '../errors';
import type { WorkRecord } from '../received';
import type { Route, World } from '../world';
import { route } from '../world';

interface Add {
	userid: string;
	create_time: number;
	title: string;
	url: string;
	formItemList: Array<{ title: string; content: string }>;
	biz_id?: string;
}

const DAY = 86_400_000;

/** Legacy to-dos (archived), https://open.dingtalk.com/document/development/new-to-do-items */
export const workRecordRoutes = ({ company, received, now, nextId }: World): Route[] => {
	const person = (userid: string): void => {
		if (!company.users.some((one) => one.userid === userid)) throw new LegacyError(33012, '无效的userid');
	};
	const repeated = (one: WorkRecord, { userid, title, biz_id }: Add, forms: string): boolean =>
		one.userid === userid &&
		now() - one.at < DAY &&
		((biz_id !== undefined && one.biz_id === biz_id) || (one.title === title && JSON.stringify(one.forms) === forms));

	return [
		route<Add>('POST', '/topapi/workrecord/add', ({ body }) => {
			const { userid, create_time, title, url, formItemList: forms, biz_id } = body;
			person(userid);
			if (title === '' || forms.some((form) => form.content === '')) throw new LegacyError(400002, '参数错误');
			if (title.length > 50 || forms.length >= 20) throw new LegacyError(40035, '不合法的参数');
			if (received.workRecords.some((one) => repeated(one, body, JSON.stringify(forms))))
				throw new LegacyError(854001, '待办任务重复');
			const today = received.workRecords.filter((one) => one.userid === userid && now() - one.at < DAY);
			if (today.length >= 100) throw new LegacyError(854002, '待办任务超过每日限额');
			const record: WorkRecord = {
				record_id: `record${nextId().toString(16)}`,
				biz_id,
				userid,
				create_time,
				title,
				url,
				forms,
				done: false,
				at: now(),
			};
			received.workRecords.push(record);
			return { record_id: record.record_id };
		}),
		route<{ userid: string; record_id: string }>(
			'POST',
			'/topapi/workrecord/update',
			({ body: { userid, record_id } }) => {
				person(userid);
				const record = received.workRecords.find(
					(one) => one.userid === userid && (one.record_id === record_id || one.biz_id === record_id),
				);
				if (!record) throw new LegacyError(40035, '不合法的参数');
				record.done = true;
				return { result: true };
			},
		),
		route<{ userid: string; offset: number; limit: number; status: number }>(
			'POST',
			'/topapi/workrecord/getbyuserid',
			({ body }) => {
				const { userid, offset, limit, status } = body;
				person(userid);
				if (offset < 0) throw new LegacyError(40068, '无效的offset');
				if (limit < 0 || limit > 50) throw new LegacyError(40069, '无效的limit');
				const all = received.workRecords.filter((one) => one.userid === userid && one.done === (status === 1));
				const list = all
					.slice(offset, offset + limit)
					.map(({ record_id, create_time, title, url, forms }) => ({ record_id, create_time, title, url, forms }));
				return { records: { has_more: offset + limit < all.length, list } };
			},
		),
	];
};
