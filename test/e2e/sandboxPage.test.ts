import { openBench } from './support/bench';
import { openChromium } from './support/chromium';
import { START, type Step, chain, line, person, trigger } from './support/workflow';

const ask: Step = {
	name: 'Ask',
	type: 'n8n-nodes-dingtalk-suite.dingTalkSendAndWait',
	typeVersion: 1,
	credentials: { dingTalkApi: { id: '', name: '' } },
	parameters: {
		people: person('lisi'),
		subject: '报销',
		message: '同意吗？',
		buttons: 'card',
		cardTemplateId: 'sendAndWait.schema',
	},
};
const end: Step = { name: 'End', type: 'n8n-nodes-base.noOp', typeVersion: 1, parameters: {} };

it('a person answers a card on the page of the sandbox, as whom they choose', async () => {
	const bench = await openBench();
	const browser = await openChromium();
	await bench.activate(line('page: listens', [trigger({ events: ['check_in'] }), end]));
	const { id } = await bench.save(chain('page: card', [ask, end]));
	const execution = (await bench.api.start(id, START)) ?? '';
	const page = await browser.newPage();
	await page.goto(`${bench.sandbox.url}/sandbox`);
	const cards = page.locator('#cards');
	await cards.getByText('同意吗？').waitFor();
	await cards.getByRole('button', { name: '同意' }).click();
	await cards.getByText('您不在可回复人员之列').waitFor();
	await page.getByLabel('Who clicks').selectOption('lisi');
	await cards.getByRole('button', { name: '同意' }).click();
	await cards.getByText('已同意：李四').waitFor();
	expect(await cards.getByRole('button').count()).toBe(0);
	expect((await bench.api.execution(execution)).json('End')).toMatchObject([
		{ data: { responder: { userId: 'lisi' } } },
	]);
	await browser.close();
	await bench.close();
});
