import { startSandbox } from '../../sandbox';
import { signedIn, useSandbox } from './client';

const sandbox = useSandbox();

test('a person by every id', async () => {
	const { oapi } = await signedIn(sandbox.it);
	const zhang = {
		userid: 'zhangsan',
		unionid: 'unzhangsaniEiE',
		mobile: '13800000002',
		name: '张三',
		dept_id_list: [100, 101],
	};
	expect((await oapi('/topapi/v2/user/get', { userid: 'zhangsan' })).body).toMatchObject({ errcode: 0, result: zhang });
	expect((await oapi('/topapi/v2/user/getbymobile', { mobile: zhang.mobile })).body).toMatchObject({
		result: { userid: 'zhangsan' },
	});
	expect((await oapi('/topapi/user/getbyunionid', { unionid: zhang.unionid })).body).toMatchObject({
		result: { contact_type: 0, userid: 'zhangsan' },
	});
	expect((await oapi('/topapi/v2/user/get', { userid: 'x' })).body).toMatchObject({
		errcode: 60121,
		errmsg: '找不到该用户',
	});
	expect((await oapi('/topapi/v2/user/getbymobile', { mobile: '13999999999' })).body).toMatchObject({
		errcode: 60121,
		errmsg: '未找到该用户',
	});
	expect((await oapi('/topapi/v2/user/getbymobile', { mobile: 'call me' })).body.errcode).toBe(40104);
	expect((await oapi('/topapi/user/getbyunionid', { unionid: 'x' })).body).toMatchObject({
		errcode: 60121,
		errmsg: '找不到该用户',
	});
});

test('the people of a department, page by page', async () => {
	const it = await startSandbox({ people: 250 });
	try {
		const { oapi } = await signedIn(it);
		const page = async (cursor: number) =>
			(await oapi('/topapi/v2/user/list', { dept_id: 300, cursor, size: 100 })).body.result as {
				list: object[];
				has_more: boolean;
				next_cursor?: number;
			};
		const pages = [await page(0), await page(100), await page(200)];
		expect(pages.map(({ list, has_more, next_cursor }) => [list.length, has_more, next_cursor])).toEqual([
			[100, true, 100],
			[100, true, 200],
			[50, false, undefined],
		]);
		expect((await oapi('/topapi/v2/user/list', { dept_id: 300, cursor: 0, size: 101 })).body.errcode).toBe(40069);
		expect((await oapi('/topapi/v2/user/list', { dept_id: 7, cursor: 0, size: 10 })).body.errcode).toBe(60003);
	} finally {
		await it.close();
	}
});

test('search by name, departments', async () => {
	const { api, oapi } = await signedIn(sandbox.it);
	expect((await api('POST', '/v1.0/contact/users/search', { queryWord: '李', offset: 0, size: 1 })).body).toEqual({
		hasMore: true,
		totalCount: 2,
		list: ['manager7675'],
	});
	expect((await oapi('/topapi/v2/department/listsub', { dept_id: 1 })).body).toMatchObject({
		result: [{ dept_id: 100, name: '研发部', parent_id: 1 }, { dept_id: 200 }, { dept_id: 300 }],
	});
	expect((await oapi('/topapi/v2/department/listsub', { dept_id: 5 })).body.errcode).toBe(60003);
	expect(sandbox.it.problems()).toEqual([]);
});
