import { ApiError } from '../../errors';
import type { Route, World } from '../../world';
import { route } from '../../world';

/** Opens and shuts accounts that the organization owns (企业账号), also of people who have left. https://open.dingtalk.com/document/development/disable-an-exclusive-account and its neighbour */
export const organizationAccountRoutes = ({ company, data }: World): Route[] => {
	const { accounts, hr } = data;
	const owned = (userId: string): void => {
		const known =
			company.users.some(({ userid }) => userid === userId) || hr.departures.some((one) => one.userId === userId);
		if (!known) throw new ApiError('user.not.exist', '用户不存在');
		if (!accounts.owned.includes(userId)) throw new ApiError('exclusive.account.only', '只能操作归属该组织的专属账号');
	};
	return [
		route<{ userId: string }>('POST', '/v1.0/contact/orgAccounts/disable', ({ body: { userId } }) => {
			owned(userId);
			if (!accounts.disabled.includes(userId)) accounts.disabled.push(userId);
			return { result: true };
		}),
		route<{ userId: string }>('POST', '/v1.0/contact/orgAccounts/enable', ({ body: { userId } }) => {
			owned(userId);
			accounts.disabled = accounts.disabled.filter((id) => id !== userId);
			return { result: true };
		}),
	];
};
