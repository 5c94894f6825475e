import type { ErrorFacts, ErrorKind } from '../protocol/errors';
import { codeHints, type Hint } from './codeHints';

export { codeHints, type Hint } from './codeHints';

const byKind: Record<ErrorKind, Hint> = {
	auth: {
		en: 'DingTalk does not accept the access token, not even a fresh one. Check Client ID and Client Secret of the credential, and that both hosts belong to the same DingTalk.',
		zh: '钉钉不接受 access token（已重新获取仍失败）。请检查凭证中的 Client ID 与 Client Secret，并确认两个主机属于同一套钉钉。',
	},
	throttled: {
		en: 'Too many calls in a short time; the node waited and tried again, without success. Lower "Calls per Second" in the options, or let fewer workflows call this API at the same time.',
		zh: '短时间内调用过多，节点已等待并重试仍未成功。请在选项中降低“每秒调用次数”，或减少同时调用该接口的工作流。',
	},
	permission: {
		en: 'The app lacks a permission. Open the DingTalk developer console → your app → Permissions, and apply for it.',
		zh: '应用缺少权限。请打开钉钉开发者后台 → 你的应用 → 权限管理，申请该权限。',
	},
	quota: {
		en: "The organisation's API calls of this month are used up. See the quota in the developer console, buy a package, or wait for next month.",
		zh: '企业本月的接口调用次数已用完。请在开发者后台查看额度、购买资源包或等待下月。',
	},
	busy: {
		en: 'DingTalk is busy or has an internal problem. Try again later; the request may have been carried out already, so check before you repeat one that sends or creates something.',
		zh: '钉钉系统繁忙或内部出错，请稍后再试。请求可能已经执行，重复发送或创建之前请先确认。',
	},
	unreachable: {
		en: 'Check the host in the credential (Advanced), the network and the proxy of the n8n server.',
		zh: '请检查凭证“高级”中的主机，以及 n8n 服务器的网络与代理。',
	},
	broken: {
		en: 'The request may have been carried out, so it was not repeated. Check in DingTalk before you run it again.',
		zh: '请求可能已经执行，因此没有自动重试。再次运行前请先在钉钉中确认。',
	},
	refused: {
		en: 'Check the fields of this operation against the documentation.',
		zh: '请对照文档检查此操作的各个字段。',
	},
};

/** What never left this process, because it would have left the credential's hosts. */
const awayFromHost: Hint = {
	en: 'Requests go to the hosts of the credential only. Give the path from its first slash on, without host, backslash or "..".',
	zh: '请求只发送到凭证中配置的主机。请填写以“/”开头的路径，不要包含其他主机、反斜杠或“..”。',
};

/** What is said instead where the call was repeated, as it is where that does no harm. */
const repeated: Partial<Record<ErrorKind, (attempts: number) => Hint>> = {
	busy: (attempts) => ({
		en: `The call was made ${attempts} times, since repeating it does no harm. DingTalk is busy or has an internal problem: try again later.`,
		zh: `该调用可以安全重复，已尝试 ${attempts} 次。钉钉系统繁忙或内部出错，请稍后再试。`,
	}),
	unreachable: (attempts) => ({
		en: `It was tried ${attempts} times. ${byKind.unreachable.en}`,
		zh: `已尝试 ${attempts} 次。${byKind.unreachable.zh}`,
	}),
	broken: (attempts) => ({
		en: `The call was made ${attempts} times, since repeating it does no harm. Check the network and the proxy of the n8n server, and run it again.`,
		zh: `该调用可以安全重复，已尝试 ${attempts} 次。请检查 n8n 服务器的网络与代理后重新运行。`,
	}),
};

/** The hint of a code, or of the code within 88; the product's own first. */
function hintOfCode(code: string, products: Record<string, Hint>): Hint | undefined {
	const sub = code.split('/')[1] ?? '';
	for (const hints of [products, codeHints])
		for (const name of [code, sub]) if (Object.hasOwn(hints, name)) return hints[name];
	return undefined;
}

/** Ends the sentence with what is missing and the page where it is granted. */
const withPermission = ({ en, zh }: Hint, missing: string | undefined, page: string): Hint => ({
	en: `${en.replace(/\.$/, '')}${missing ? `: ${missing}` : ''} (${page}).`,
	zh: `${zh.replace(/。$/, '')}${missing ? `：${missing}` : ''}（${page}）。`,
});

/**
 * The remedy for an error, with what DingTalk itself said about missing permissions.
 * @param permission What the operation needs, where DingTalk does not say.
 * @param hints Those of the operation's product, by code.
 */
export function hintFor(
	{ code, kind, scopes, applyUrl, ours, attempts = 1, hint: named, remedy }: ErrorFacts,
	permission?: string,
	hints: Record<string, Hint> = {},
): Hint {
	if (remedy) return remedy;
	const known = named ? codeHints[named] : hintOfCode(code, hints);
	if (kind === 'permission')
		return withPermission(
			known ?? byKind.permission,
			scopes?.join(', ') ?? permission,
			applyUrl ?? 'https://open-dev.dingtalk.com',
		);
	if (known) return known;
	if (ours && code === 'host') return awayFromHost;
	// A page or a redirect instead of JSON: whatever answered was not DingTalk.
	if (ours && (kind === 'refused' || kind === 'auth') && /^(html|HTTP \d+)$/.test(code)) return byKind.unreachable;
	return (attempts > 1 ? repeated[kind]?.(attempts) : undefined) ?? byKind[kind];
}
