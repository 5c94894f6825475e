/** People of a table's column, through the node that writes AI tables. */
import type { IDataObject } from 'n8n-workflow';
import { startSandbox, type Sandbox } from '../../../sandbox';
import { BASE } from '../../../sandbox/data/aiTable';
import { outputs, sandboxCredentials } from '../../support/engine';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
beforeEach(() => sandbox.clearLog());
afterAll(async () => {
	expect(sandbox.problems()).toEqual([]);
	await sandbox.close();
});

const id = (value: string) => ({ __rl: true, mode: 'id', value });
const written = async (负责人: unknown) => {
	await outputs({
		product: 'dingTalkAiTable',
		credentials: sandboxCredentials(sandbox),
		parameters: {
			resource: 'record',
			operation: 'create',
			base: id(BASE),
			sheet: id('shtSandboxTasks'),
			columns: { mappingMode: 'autoMapInputData', value: null, matchingColumns: [] },
			options: { callsPerSecond: 0 },
		},
		items: [{ json: { 标题: '值', 负责人 } as IDataObject }],
	});
	const { body } = sandbox.log.find(({ method, path }) => path.endsWith('/records') && method === 'POST') ?? {};
	return (body as { records: Array<{ fields: IDataObject }> }).records[0]?.fields.负责人;
};

test('each is read by the id that an answer has, a locator or a bare text', async () => {
	const [a, b, c, d] = sandbox.company.users;
	const given = [{ userid: a?.userid }, { unionid: b?.unionid }, { mode: 'mobile', value: c?.mobile }, d?.userid];
	expect(await written(given)).toEqual([a, b, c, d].map((one) => ({ unionId: one?.unionid })));
});

test('somebody without an id is refused with the column’s name, not left out', async () => {
	const given = [sandbox.company.users[0]?.userid, { name: '李四' }];
	await expect(written(given)).rejects.toThrow('负责人: has an entry that names nobody: {"name":"李四"}');
	expect(sandbox.log.filter(({ path, method }) => path.endsWith('/records') && method === 'POST')).toEqual([]);
});
