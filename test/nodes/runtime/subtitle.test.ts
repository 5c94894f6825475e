/** What stands under the nodes without operations on the canvas: words of their form, never values. */
import { subtitleOf as aiCard } from '../../../nodes/DingTalkAiCard/form/subtitle';
import { subtitleOf as sendAndWait } from '../../../nodes/DingTalkSendAndWait/form/subtitle';
import { subtitleOf as trigger } from '../../../nodes/DingTalkTrigger/subtitle';
import { subtitleOf } from '../../../nodes/runtime/subtitle';
import { nodeFolders, nodeIn } from '../../../scripts/nodes';
import { productNodes } from '../../../scripts/products';
import { subtitle } from '../../support/subtitle';

const received = { connection: 'stream', receive: ['robotMessages', 'cardCallbacks'] };
const asked = { responseType: 'freeText', subject: '', message: 'Which day?' };
const written = { sendTo: 'chat' };

test.each([
	['Robot Messages, Card Callbacks · Stream', 'DingTalkTrigger', trigger('both'), received],
	['机器人消息, 卡片回调 · Stream', 'DingTalkTrigger', trigger('zh-CN'), received],
	['Free Text · Which day?', 'DingTalkSendAndWait', sendAndWait('both'), asked],
	['审批 · 报销', 'DingTalkSendAndWait', sendAndWait('zh-CN'), { ...asked, responseType: 'approval', subject: '报销' }],
	['Chat of the Robot Message', 'DingTalkAiCard', aiCard('both'), written],
	['机器人消息所在会话', 'DingTalkAiCard', aiCard('zh-CN'), written],
])('%s', (words, folder, line, parameters) => expect(subtitle(nodeIn(folder), parameters, line)).toBe(words));

test('every node has one, in the words of its build', () => {
	const lines = nodeFolders.map((folder) => nodeIn(folder).description.subtitle);
	expect(lines.filter((line) => !line?.startsWith('={{'))).toEqual([]);
	expect(lines).toEqual(expect.arrayContaining([trigger(), sendAndWait(), aiCard()]));
});

test('an operation in Chinese: 发送 · 工作通知', () => {
	const { resources = [] } = productNodes.find(({ name }) => name === 'dingTalk') ?? {};
	const parameters = { resource: 'workNotification', operation: 'send' };
	expect(subtitle(nodeIn('DingTalk'), parameters, subtitleOf(resources, 'zh-CN'))).toMatch(/^发送.* · 工作通知$/);
});
