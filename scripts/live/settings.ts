/** What the command line says. The secret is never there: other users of the machine can read a command line, and shells keep it. */
import { parseArgs } from 'node:util';

export interface Settings {
	clientId: string;
	corpId: string;
	/** userId that the calls are made for; empty: the first administrator. */
	operator: string;
	agentId: string;
	/** Hosts of a private deployment; empty: DingTalk's public ones. */
	host: string;
	legacyHost: string;
	callsPerSecond: number;
	/** Names of nodes to read from; empty: all. */
	only: string[];
}

export const USAGE = `npm run live -- --client-id <Client ID>
  --operator <userId>        who the calls are made for (default: the first administrator) 代谁调用
  --only <node,node>         e.g. dingTalkToDo,dingTalkCalendar 只检查这些节点
  --corp-id, --agent-id      where the app needs them 企业与应用的 ID
  --host, --legacy-host      hosts of a private deployment 专属部署的主机
  --calls-per-second <n>     default 3 每秒调用次数
The secret comes from the environment variable DINGTALK_CLIENT_SECRET, or is asked for.
Client Secret 取自环境变量 DINGTALK_CLIENT_SECRET，或在运行时输入，不接受命令行参数。`;

const names = [
	'client-id',
	'corp-id',
	'operator',
	'agent-id',
	'host',
	'legacy-host',
	'calls-per-second',
	'only',
] as const;
type Name = (typeof names)[number];
const isName = (name: string): name is Name => names.some((one) => one === name);

/** @throws Error with a sentence that repeats nothing but names of options */
export function settingsFrom(args: string[]): Settings {
	const { values, positionals } = parseArgs({
		args,
		options: Object.fromEntries(names.map((name) => [name, { type: 'string' as const }])),
		strict: false,
		allowPositionals: true,
	});
	const unknown = Object.keys(values).find((name) => !isName(name));
	if (unknown !== undefined && /secret|password|token|key/i.test(unknown))
		throw new Error(
			`The secret is not taken from the command line, where others can read it: set DINGTALK_CLIENT_SECRET, or wait to be asked. Change it in the console if it was a real one. 不接受命令行中的密钥：请设置环境变量 DINGTALK_CLIENT_SECRET 或在提示后输入；若为真实密钥，请到开发者后台重置。`,
		);
	if (unknown !== undefined || positionals.length > 0) throw new Error(USAGE);
	const text = (name: Name) => {
		const value = values[name];
		return typeof value === 'string' ? value.trim() : '';
	};
	const clientId = text('client-id');
	if (clientId === '') throw new Error(USAGE);
	const callsPerSecond = Number(text('calls-per-second') || 3);
	if (!(callsPerSecond > 0 && callsPerSecond <= 20))
		throw new Error('--calls-per-second is a number up to 20 不超过 20');
	return {
		clientId,
		corpId: text('corp-id'),
		operator: text('operator'),
		agentId: text('agent-id'),
		host: text('host'),
		legacyHost: text('legacy-host') || text('host'),
		callsPerSecond,
		only: text('only').split(',').filter(Boolean),
	};
}
