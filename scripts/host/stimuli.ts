import { eventually } from './patience';
import type { Sandbox } from '../../sandbox';
import { APPROVAL_SPACE, PURCHASE_FORM } from '../../sandbox/data/approval';

/** What people do in the sandbox so that an example's trigger fires. @returns how many executions that starts */
type Stimulus = (sandbox: Sandbox) => Promise<number> | number;

/** Calls the new API as some other app of the company would. */
async function call<T>({ url }: Sandbox, token: string, path: string, body: object): Promise<T> {
	const response = await fetch(url + path, {
		method: 'POST',
		headers: { 'content-type': 'application/json', 'x-acs-dingtalk-access-token': token },
		body: JSON.stringify(body),
	});
	const answer: unknown = await response.json();
	if (!response.ok) throw new Error(`${path} answered ${JSON.stringify(answer)}`);
	return answer as T;
}

async function tokenOf(sandbox: Sandbox): Promise<string> {
	const { appKey, appSecret } = sandbox.company;
	return (await call<{ accessToken: string }>(sandbox, '', '/v1.0/oauth2/accessToken', { appKey, appSecret }))
		.accessToken;
}

const finishTodo: Stimulus = async (sandbox) => {
	const unionId = 'unlisiiEiE';
	const { id } = await call<{ id: string }>(
		sandbox,
		await tokenOf(sandbox),
		`/v1.0/todo/users/${unionId}/tasks?operatorId=${unionId}`,
		{ subject: 'Water the plants 给植物浇水', creatorId: unionId, executorIds: [unionId] },
	);
	sandbox.act.completeTodo(id);
	return 1;
};

/** Somebody asks for leave and the approver agrees. */
async function agreeToLeave(sandbox: Sandbox): Promise<void> {
	const { processCode, template } = sandbox.company;
	const formComponentValues = template.fields.map(({ name }) => ({ name, value: '1' }));
	const { instanceId } = await call<{ instanceId: string }>(
		sandbox,
		await tokenOf(sandbox),
		'/v1.0/workflow/processInstances',
		{ originatorUserId: 'zhangsan', processCode, deptId: 100, formComponentValues },
	);
	sandbox.act.approve(instanceId);
}

/** Calls the legacy API as that other app. */
async function callLegacy({ legacyUrl }: Sandbox, token: string, path: string, body: object): Promise<void> {
	const response = await fetch(`${legacyUrl}${path}?access_token=${token}`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify(body),
	});
	const answer = (await response.json()) as { errcode: number };
	if (answer.errcode !== 0) throw new Error(`${path} answered ${JSON.stringify(answer)}`);
}

/** Two people come and leave again, the second with an organization account: the company stays as it is for the other examples. */
const hireAndRemove: Stimulus = async (sandbox) => {
	const token = await tokenOf(sandbox);
	const accounts = [{}, { exclusive_account: true, exclusive_account_type: 'sso' }];
	for (const [index, account] of accounts.entries()) {
		const userid = `temporary${Date.now()}${index}`;
		const person = { userid, name: '临时工 Temp', dept_id_list: '300', mobile: '13700000000', ...account };
		await callLegacy(sandbox, token, '/topapi/v2/user/create', person);
		await callLegacy(sandbox, token, '/topapi/v2/user/delete', { userid });
	}
	return accounts.length;
};

/** Somebody asks to buy something, with a quotation attached. */
async function askToBuy(sandbox: Sandbox, thing: string, sum: number): Promise<void> {
	const now = Date.now();
	const [unionId, fileName, data] = ['unlisiiEiE', `${thing}.pdf`, Buffer.from('%PDF-1.4 quotation')];
	const id = String(sandbox.data.drive.dentries.length + 1_000_000);
	sandbox.data.drive.dentries.push({
		id,
		uuid: `quotation${id}`,
		spaceId: APPROVAL_SPACE,
		parentId: '0',
		type: 'FILE',
		name: fileName,
		versions: [data],
		creatorId: unionId,
		modifierId: unionId,
		createTime: now,
		modifiedTime: now,
	});
	const file = { spaceId: APPROVAL_SPACE, fileId: id, fileName, fileSize: String(data.length), fileType: 'pdf' };
	await call(sandbox, await tokenOf(sandbox), '/v1.0/workflow/processInstances', {
		originatorUserId: 'lisi',
		processCode: PURCHASE_FORM,
		deptId: 101,
		formComponentValues: [
			{ name: '采购事由', value: thing },
			{ name: '金额（元）', value: String(sum) },
			{ name: '附件', value: JSON.stringify([file]) },
		],
	});
}

/** By the example's file name. */
export const stimuli: Record<string, Stimulus> = {
	'000-task-state-callback': finishTodo,
	// The approval and its one task both start and finish.
	'003-approval-callback': async (sandbox) => {
		await agreeToLeave(sandbox);
		return 4;
	},
	'004-attendance-stream': ({ act }) => {
		act.punchIn('lisi');
		return 1;
	},
	'approval-finished': async (sandbox) => {
		await agreeToLeave(sandbox);
		return 2;
	},
	// Of each purchase the one task starts, and finishes by the robot.
	'approval-robot': async (sandbox) => {
		await askToBuy(sandbox, 'Desks 办公桌', 3200);
		await askToBuy(sandbox, 'Server 服务器', 86_000);
		return 4;
	},
	'ask-before-paying': async ({ act, received }) => {
		const before = received.cards.length;
		await act.sendRobotMessage({ from: 'lisi', in: 'person', text: '付款 8600 打印机' });
		const { outTrackId } = await eventually('the question', () => Promise.resolve(received.cards[before]));
		await act.clickCard({ outTrackId, userid: 'zhangsan', button: '付款' });
		return 1;
	},
	'card-click': async ({ act }) => {
		await act.clickCard({ outTrackId: 'demo-card', userid: 'zhangsan', actionId: 'agree' });
		return 1;
	},
	'dingtalk-assistant': async ({ act, received }) => {
		await act.sendRobotMessage({ from: 'lisi', text: '提醒我明天交周报' });
		const card = await eventually('the answer to be finished', () =>
			Promise.resolve(received.cards.find(({ ended }) => ended)),
		);
		await act.clickCard({ outTrackId: card.outTrackId, userid: 'lisi', actionId: 'like' });
		return 2;
	},
	leaver: hireAndRemove,
	'messages-back': async ({ act }) => {
		await act.sendRobotMessage({
			from: 'lisi',
			in: 'person',
			msgtype: 'file',
			file: { name: 'report.pdf', data: Buffer.from('%PDF-1.4 sandbox') },
		});
		return 1;
	},
	'robot-answers': async ({ act }) => {
		await act.sendRobotMessage({ from: 'lisi', text: '今天天气怎么样？' });
		return 1;
	},
};
