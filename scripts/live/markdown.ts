/** The report as text, for an issue. */
import { lackingPermissions, type OperationResult, type Outcome, type Report, type RouteResult } from './report';

const titles: Record<Outcome, string> = {
	works: 'Works 正常',
	noPermission: 'No permission 缺少权限',
	refused: 'Refused by DingTalk 钉钉拒绝',
	failed: 'Failed 失败',
	notAsked: 'Not asked: needs an ID 未调用（需要 ID）',
	ourFault: 'Our own fault 插件自身出错',
};
const outcomes = Object.keys(titles) as Outcome[];

const table = (head: string[], lines: string[][]): string =>
	lines.length === 0
		? 'None 无\n'
		: [head, head.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n') + '\n';
const code = (text: string | undefined) => (text ? `\`${text}\`` : '');
const list = (names: readonly string[]) => names.map(code).join(', ');

const contradictions = (routes: readonly RouteResult[]): string[][] =>
	routes.flatMap(({ route, contradictions: found, docs }) =>
		found.map(({ kind, at, expected, got }) => [
			docs ? `[${route}](${docs})` : route,
			kind,
			code(at),
			expected ?? '',
			got ?? '',
		]),
	);

const because = ({ code: said, errorKind, status, reason }: OperationResult): string =>
	[code(said), errorKind, status && `HTTP ${status}`, reason].filter(Boolean).join(', ');

const simplified = ({ id, simplify }: OperationResult): string[][] =>
	simplify && simplify.dropped.length + simplify.notFound.length > 0
		? [[id, list(simplify.notFound), list(simplify.dropped)]]
		: [];

/** All of it in one page of Markdown. */
export function markdown(report: Report): string {
	const { operations, routes, calls, quotaFree, tokens, version, node, publicHosts, ended } = report;
	const by = (outcome: Outcome) => operations.filter((one) => one.outcome === outcome);
	const told = (outcome: Outcome) => by(outcome).map((one) => [one.id, code(one.route), because(one)]);
	const undocumented = routes.filter(({ documented }) => !documented).map(({ route }) => [code(route)]);
	return `# First contact 首次接触报告

n8n-nodes-dingtalk-suite ${version}, Node.js ${node}, ${publicHosts ? "DingTalk's public hosts 公有云" : 'a private deployment 专属部署'}

${calls} calls, ${quotaFree} of them free of quota, and ${tokens} for tokens 共调用 ${calls} 次，其中 ${quotaFree} 次不计入额度，另获取 token ${tokens} 次${ended ? `\n\n**Ended early 提前结束: ${ended}**` : ''}

${table(
	['Outcome 结果', 'Operations 操作数'],
	outcomes.map((outcome) => [titles[outcome], String(by(outcome).length)]),
)}
Values have been replaced by their types; \`*\` stands for a name that may be somebody's. 所有值已替换为类型，\`*\` 表示可能属于企业的名称。

## Permissions to apply for 需要申请的权限

Developer console → your app → Permissions. 开发者后台 → 你的应用 → 权限管理。

${table(
	['Permission 权限', 'For 用于'],
	lackingPermissions(report).map(([permission, ids]) => [code(permission), ids.join(', ')]),
)}
## Contradictions 与文档不符

\`type\`: another type than documented; \`unknown\`: a member nobody documented; \`endless\`: a list that does not end. 类型不符；未记录的字段；不会结束的列表。

${table(['Route 接口', 'Kind', 'Where 位置', 'Documented 文档', 'Came 实际'], contradictions(routes))}
## ${titles.ourFault}

${table(['Operation', 'Route', 'Why'], told('ourFault'))}
## ${titles.failed}

${table(['Operation', 'Route', 'Why'], told('failed'))}
## ${titles.refused}

${table(['Operation', 'Route', 'Why'], told('refused'))}
## What Simplify makes of it 精简结果

${table(['Operation', 'Looked for, in no entry 未找到', 'Left out 未使用'], operations.flatMap(simplified))}
## Documented, and in none of the answers 文档中有而返回中没有

DingTalk leaves out what is empty. 钉钉通常省略空值。

${table(
	['Route', 'Members'],
	routes.filter(({ missing }) => missing.length > 0).map(({ route, missing }) => [route, list(missing)]),
)}
## Answers that no page describes 文档未描述返回的接口

${table(['Route'], undocumented)}
## ${titles.notAsked}

${table(
	['Operation', 'Why'],
	by('notAsked').map((one) => [one.id, because(one)]),
)}`;
}
