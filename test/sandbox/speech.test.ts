import type { Sandbox } from '../../sandbox';
import { send, signedIn, useSandbox } from './client';
import type { Json, Reply } from './client';

/** Errors and answers that the wire words otherwise than the pages: both are spoken, one at a time. */
const USER = '/topapi/v2/user/get';
const TODOS = '/v1.0/todo/users/unlisiiEiE/org/tasks/query';
const text = { msgtype: 'text', text: { content: 'x' } };

/** [what, call, as the wire has it, as the page has it]; an undefined member must be absent. */
const table: Array<[string, (it: Sandbox) => Promise<Reply>, Json, Json]> = [
	[
		'legacy host, no token',
		(it) => send('POST', `${it.legacyUrl}${USER}`, { userid: 'lisi' }),
		{
			errcode: 88,
			sub_code: '40000',
			sub_msg: 'access_token is blank',
			errmsg: 'ding talk error[subcode=40000,submsg=access_token is blank]',
		},
		{ errcode: 41001, sub_code: undefined },
	],
	[
		'legacy host, unknown token',
		(it) => send('POST', `${it.legacyUrl}${USER}?access_token=x`, { userid: 'lisi' }),
		{ errcode: 88, sub_code: '40014', sub_msg: '不合法的access_token' },
		{ errcode: 40014, sub_code: undefined },
	],
	[
		'older legacy call, unknown token',
		(it) => send('POST', `${it.legacyUrl}/attendance/listRecord?access_token=x`, {}),
		{ errcode: 40014, sub_code: undefined },
		{ errcode: 40014 },
	],
	[
		'legacy host, unknown path',
		(it) => send('POST', `${it.legacyUrl}/topapi/v2/user/notexist?access_token=x`, {}),
		{
			errcode: 22,
			sub_code: undefined,
			sub_msg: '不合法ApiName，ApiName = dingtalk.oapi.v2.user.notexist',
			request_id: expect.any(String),
		},
		{ errcode: 404 },
	],
	[
		'new host, unknown path without a version',
		(it) => send('POST', `${it.url}/oauth2/nothing`, {}),
		{ errcode: 404, errmsg: '请求的URI地址不存在', request_id: undefined, code: undefined },
		{ code: 'InvalidAction.NotFound' },
	],
	[
		'new host, unknown path',
		(it) => send('POST', `${it.url}/v1.0/nothing`, {}),
		{ code: 'InvalidAction.NotFound' },
		{ code: 'InvalidAction.NotFound' },
	],
	[
		'new host, no token',
		(it) => send('POST', `${it.url}${TODOS}`, {}),
		{ code: 'AuthenticationFailed.MissingParameter', message: '缺少参数：x-acs-dingtalk-access-token' },
		{ code: 'InvalidAuthentication' },
	],
	[
		'gettoken, wrong key',
		(it) => send('GET', `${it.legacyUrl}/gettoken?appkey=x&appsecret=y`),
		{ errcode: 40096, errmsg: '不合法的appKey或appSecret', request_id: undefined },
		{ errcode: 40089 },
	],
	[
		'gettoken, no key',
		(it) => send('GET', `${it.legacyUrl}/gettoken`),
		{ errcode: 40035, errmsg: '缺少参数 corpid or appkey', request_id: undefined },
		{ errcode: 400002 },
	],
	[
		'group robot, unknown token',
		(it) => send('POST', `${it.legacyUrl}/robot/send?access_token=x`, text),
		{ errcode: 300005, errmsg: 'token is not exist', request_id: undefined },
		{ errcode: 400101 },
	],
	[
		'nobody has the userid',
		async (it) => (await signedIn(it)).oapi(USER, { userid: 'x' }),
		{ errcode: 60121, errmsg: '找不到该用户', sub_code: undefined },
		{ errcode: 33012, errmsg: '无效的userId' },
	],
	[
		'nobody has the unionid',
		async (it) => (await signedIn(it)).oapi('/topapi/user/getbyunionid', { unionid: 'x' }),
		{ errcode: 60121, errmsg: '找不到该用户' },
		{ errcode: 60121, errmsg: '未找到对应员工' },
	],
	[
		'a permission is lacking, new host',
		async (it) => {
			it.denied.add('Todo.Todo.Read');
			return await (await signedIn(it)).api('POST', TODOS, {});
		},
		{
			code: 'Forbidden.AccessDenied.AccessTokenPermissionDenied',
			message: expect.not.stringContaining('appscope'),
			accessdenieddetail: { requiredScopes: ['Todo.Todo.Read'] },
		},
		{ code: 'Forbidden.AccessDenied.AccessTokenPermissionDenied', message: expect.stringContaining('appscope') },
	],
	[
		'a permission is lacking, legacy host',
		async (it) => {
			it.denied.add('qyapi_get_member');
			return await (await signedIn(it)).oapi(USER, { userid: 'lisi' });
		},
		{ errcode: 88, sub_code: '60011', errmsg: expect.stringContaining('{requiredScopes=[qyapi_get_member]}') },
		{ errcode: 88, sub_code: '60011' },
	],
	[
		'a card is delivered to a place that is there and to one that is not',
		async (it) =>
			(await signedIn(it)).api('POST', '/v1.0/card/instances/createAndDeliver', {
				outTrackId: 'c1',
				cardTemplateId: 't',
				cardData: { cardParamMap: {} },
				openSpaceId: `dtv1.card//IM_GROUP.${it.company.openConversationId};IM_ROBOT.nobody`,
				imGroupOpenDeliverModel: { robotCode: it.company.robotCode },
				imRobotOpenDeliverModel: { spaceType: 'IM_ROBOT' },
			}),
		{
			success: true,
			result: {
				outTrackId: 'c1',
				deliverResults: [
					{
						spaceType: 'IM_GROUP',
						spaceId: expect.stringMatching(/^cid/),
						success: true,
						carrierId: expect.any(String),
					},
					{ spaceType: 'IM_ROBOT', spaceId: 'nobody', success: false, errorMsg: 'spaceId is illegal' },
				],
			},
		},
		{
			success: true,
			result: {
				outTrackId: 'c1',
				deliverResults: [
					{
						success: true,
						errorMsg: '',
						carrierId: expect.any(String),
						spaceId: expect.any(String),
						spaceType: 'IM_GROUP',
					},
					{ success: false, errorMsg: 'spaceId is illegal', carrierId: '', spaceId: 'nobody', spaceType: 'IM_ROBOT' },
				],
			},
		},
	],
];

/** The members that an answer must have, and the names of those that it must not. */
const split = (wanted: Json): [Json, string[]] => {
	const entries = Object.entries(wanted);
	return [
		Object.fromEntries(entries.filter(([, value]) => value !== undefined)),
		entries.filter(([, value]) => value === undefined).map(([name]) => name),
	];
};

describe.each(['wire', 'page'] as const)('as the %s has it', (dialect) => {
	const sandbox = useSandbox({ dialect });

	test.each(table)('%s', async (...[, call, wire, page]) => {
		const [wanted, absent] = split(dialect === 'wire' ? wire : page);
		const { body } = await call(sandbox.it);
		expect(body).toMatchObject(wanted);
		expect(absent.filter((name) => name in body)).toEqual([]);
		if (dialect === 'wire' && wanted.result) expect(body.result).toEqual(wanted.result);
	});

	test('a robot message', async () => {
		const { act } = sandbox.it;
		const group = await act.sendRobotMessage({
			text: '查询',
			mentions: ['lisi'],
			quote: { msgType: 'text', content: { text: '原文' } },
		});
		const recorded = ['senderPlatform', 'senderUnionId', 'openThreadId'].filter((name) => name in group);
		expect(recorded).toHaveLength(dialect === 'wire' ? 3 : 0);
		expect(group).toMatchObject({
			isInAtList: true,
			atUsers: [{ unionId: 'unlisiiEiE', staffId: 'lisi' }, { dingtalkId: '$:LWCP_v1:$robot' }],
			text: { content: '  查询', isReplyMsg: true, repliedMsg: { msgType: 'text', content: { text: '原文' } } },
			originalMsgId: expect.any(String),
		});
		const alone = await act.sendRobotMessage({ text: '你好', in: 'person' });
		expect('isInAtList' in alone).toBe(dialect === 'page');
	});
});
