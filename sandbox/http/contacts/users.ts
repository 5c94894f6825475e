import type { Company, Person } from '../../company';
import { LegacyError, legacy } from '../../errors';
import type { Route, World } from '../../world';
import { noteDeparture } from '../hr/leaving';
import { operation } from '../operation';

/** A mobile number whose account is protected: who is added by it is only invited. */
export const PROTECTED_MOBILE = '13900000103';

interface Sent {
	userid?: string;
	name?: string;
	mobile?: string;
	title?: string;
	dept_id_list?: string;
	manager_userid?: string;
	force_update_fields?: string;
	extension?: unknown;
	ext_attrs_update_mode?: number;
	exclusive_account?: boolean;
}

type Stored = Person & { extension?: string };

const departmentsIn = ({ departments }: Company, text: string): number[] =>
	text.split(',').map((id) => {
		if (!departments.some(({ dept_id }) => String(dept_id) === id)) throw legacy(60003);
		return Number(id);
	});

const members = (extension: unknown): object =>
	typeof extension === 'string' ? (JSON.parse(extension || '{}') as object) : ((extension ?? {}) as object);

/** Adds, changes and removes people. https://open.dingtalk.com/document/development/user-information-creation and its neighbours */
export const userWriteRoutes = (world: World): Route[] => {
	const { company } = world;
	const stranger = () => new LegacyError(33012, '无效的USERID');
	const one = (userid: string): Stored => {
		const found = company.users.find((person) => person.userid === userid);
		if (!found) throw stranger();
		return found;
	};
	return [
		operation<Required<Sent>>(
			world,
			'POST /topapi/v2/user/create',
			({ body: { dept_id_list, extension, exclusive_account, ...about } }) => {
				const departments = departmentsIn(company, dept_id_list);
				if (about.mobile === PROTECTED_MOBILE)
					throw new LegacyError(40103, '企业内账号保护，已向用户发送邀请，等待用户确认');
				if (company.users.some(({ mobile }) => mobile === about.mobile))
					throw new LegacyError(60104, '手机号码在公司中已存在');
				const userid = about.userid ?? `sandbox${world.nextId()}`;
				if (company.users.some((person) => person.userid === userid))
					throw new LegacyError(60102, 'UserID在公司中已存在');
				const person = {
					...about,
					userid,
					unionid: `un${userid}iEiE`,
					title: about.title ?? '',
					dept_id_list: departments,
					admin: false,
					...(extension !== undefined && { extension: JSON.stringify(extension) }),
				};
				company.users.push(person);
				// https://open.dingtalk.com/document/development/create-an-sso-account
				if (exclusive_account) world.data.accounts.owned.push(userid);
				world.push('user_add_org', { userId: [userid] });
				return { result: { userid, unionId: person.unionid } };
			},
			{ stranger },
		),
		operation<Sent & { userid: string }>(
			world,
			'POST /topapi/v2/user/update',
			({ body: { userid, dept_id_list, force_update_fields, extension, ext_attrs_update_mode = 0, ...changes } }) => {
				const person = one(userid);
				Object.assign(person, changes);
				if (dept_id_list !== undefined) person.dept_id_list = departmentsIn(company, dept_id_list);
				if (force_update_fields === 'manager_userid') Object.assign(person, { manager_userid: undefined });
				if (extension !== undefined)
					person.extension = JSON.stringify({
						...(ext_attrs_update_mode === 1 && members(person.extension)),
						...members(extension),
					});
				world.push('user_modify_org', { userId: [userid] });
				return {};
			},
			{ stranger },
		),
		operation<{ userid: string }>(
			world,
			'POST /topapi/v2/user/delete',
			({ body: { userid } }) => {
				noteDeparture(world, one(userid));
				company.users.splice(company.users.indexOf(one(userid)), 1);
				world.push('user_leave_org', { userId: [userid] });
				return {};
			},
			{ stranger },
		),
		operation<{ query_date: string; is_active: boolean; dept_ids?: string; offset: number; size: number }>(
			world,
			'POST /topapi/inactive/user/v2/get',
			({ body: { is_active, dept_ids, offset, size } }) => {
				const wanted = dept_ids === undefined ? undefined : departmentsIn(company, dept_ids);
				// Nobody who heads the company forgets to sign in.
				const all = company.users.filter(
					({ admin, dept_id_list: own }) => admin === is_active && (!wanted || own.some((id) => wanted.includes(id))),
				);
				const has_more = offset + size < all.length;
				return {
					result: {
						list: all.slice(offset, offset + size).map(({ userid }) => userid),
						has_more,
						...(has_more && { next_cursor: offset + size }),
					},
				};
			},
		),
	];
};
