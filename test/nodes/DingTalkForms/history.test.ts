/** What became of submissions, as one flat list, through the node against the sandbox. */
import { startSandbox } from '../../../sandbox';
import { VISITS, YIDA_APP, YIDA_OPENS } from '../../../sandbox/data/yida';
import { outputs, sandboxCredentials } from '../../support/engine';

test('changes of two submissions and a comment, each with its submission', async () => {
	const sandbox = await startSandbox();
	try {
		const yida = (operation: string, parameters: object) => ({
			product: 'dingTalkForms',
			credentials: sandboxCredentials(sandbox),
			parameters: {
				resource: 'yidaForm',
				operation,
				app: { __rl: true, mode: 'id', value: YIDA_APP },
				systemToken: YIDA_OPENS,
				form: { __rl: true, mode: 'id', value: VISITS },
				options: { callsPerSecond: 0 },
				...parameters,
			},
			timezone: 'Asia/Shanghai',
		});
		const [first, second] = ['FINST-SANDBOXVISIT1', 'FINST-SANDBOXVISIT2'];
		await outputs(yida('addComment', { formInstanceId: first, content: '已回访', additionalFields: {} }));
		const ids = { formInstanceIds: `https://example.com/?formInstId=${first}, ${second}` };
		const changes = await outputs(yida('getHistory', { ...ids, additionalFields: {} }));
		expect(new Set(changes.map(({ formInstanceId }) => formInstanceId))).toEqual(new Set([first, second]));
		expect(changes[0]).toMatchObject({ kind: 'change', operationType: 'CREATE', componentName: '客户名称' });
		expect(typeof changes[0]?.operator).toBe('string');
		const all = await outputs(yida('getHistory', { ...ids, additionalFields: { comments: true } }));
		expect(all.slice(0, changes.length)).toEqual(changes);
		expect(all.slice(changes.length)).toMatchObject([
			{
				formInstanceId: first,
				kind: 'comment',
				content: '已回访',
				createdAt: expect.stringMatching(/^\d{4}-.*\+08:00$/) as string,
			},
		]);
		expect(sandbox.problems()).toEqual([]);
	} finally {
		await sandbox.close();
	}
});
