const KNOWN: Record<string, string> = {
	todo: 'To-Do', todos: 'To-Dos', id: 'ID', ids: 'IDs', oa: 'OA', url: 'URL', urls: 'URLs', ai: 'AI', api: 'API', crm: 'CRM',
	isv: 'ISV', org: 'Organization', dept: 'Department', emp: 'Employee', userid: 'User ID', unionid: 'Union ID', im: 'IM',
	hrm: 'HRM', sso: 'SSO', sns: 'SNS', pc: 'PC', qps: 'QPS', jsapi: 'JSAPI', yida: 'Yida', cspace: 'Drive', dingtalk: 'DingTalk',
	of: 'of', by: 'by', to: 'to', from: 'from', in: 'in', and: 'and', with: 'with', for: 'for', the: 'the', or: 'or',
};

/** A readable English name from an action in camelCase: `createTodoTask` → "Create To-Do Task". */
export function derivedName(action: string): string {
	const words = action.replace(/([a-z0-9])([A-Z])/g, '$1 $2').replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2').split(/[\s_]+/);
	const named = words.filter((word) => word !== '').map((word) => KNOWN[word.toLowerCase()] ?? word[0].toUpperCase() + word.slice(1));
	return named.join(' ').replace(/^[a-z]/, (letter) => letter.toUpperCase());
}
