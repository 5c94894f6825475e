import type { Answer, Request } from './modelTypes';

const DAY_MS = 86_400_000;

/** What a demo without a model of its own can be asked, and the tool that it then calls. */
const wishes: Array<{ said: RegExp; tool: RegExp; arguments: (text: string) => object }> = [
	{
		said: /待办|提醒|to-?do|remind/i,
		tool: /to-do/i,
		arguments: (text) => ({ subject: text, due: new Date(Date.now() + DAY_MS).toISOString() }),
	},
	{
		said: /日程|会议|calendar|meeting|event/i,
		tool: /event/i,
		arguments: () => ({ from: new Date().toISOString(), to: new Date(Date.now() + 7 * DAY_MS).toISOString() }),
	},
	{
		said: /谁|电话|联系|who|phone/i,
		tool: /people/i,
		arguments: (text) => ({ name: /[张李王赵]\p{Script=Han}/u.exec(text)?.[0] ?? '张' }),
	},
];

const lastOf = ({ messages }: Request, role: string) =>
	String(messages.findLast((one) => one.role === role)?.content ?? '');

/** A scripted assistant: calls the tool that a question is about, then tells what came of it. It is no language model. */
export function assistant(request: Request): Answer {
	const question = lastOf(request, 'user');
	if (request.messages.at(-1)?.role === 'tool')
		return {
			everyMs: 40,
			content: `已处理：**${question}** Done.\n\n工具返回 The tool said:\n\n\`\`\`json\n${lastOf(request, 'tool').slice(0, 400)}\n\`\`\`\n\n（演示用的脚本模型 A scripted model of the demo）`,
		};
	const wish = wishes.find(({ said }) => said.test(question));
	const tool = wish && request.tools?.find(({ function: { name } }) => wish.tool.test(name))?.function.name;
	if (wish && tool) return { content: '好的，我来处理 …', everyMs: 40, tool, arguments: wish.arguments(question) };
	return {
		everyMs: 40,
		content: `你说 You said：**${question}**\n\n可以试试 Try:\n\n- 提醒我明天交周报\n- 这周有什么会议？\n- 张三的电话是多少？\n\n（演示用的脚本模型，请在 n8n 中换成自己的模型 A scripted model of the demo: connect your own）`,
	};
}
