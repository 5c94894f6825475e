import type { Row } from '../../nodes/catalog/types';
import type { DocOperation } from './reference';

export const TOKEN_PARAMS = ['x-acs-dingtalk-access-token', 'access_token', 'suite_access_token'];

/** The pages a token parameter links to say which token it wants. */
const APP = new Set([
	'obtain-the-access-token-of-an-internal-app',
	'obtain-the-access_token-of-an-internal-app',
	'obtain-the-access-token-of-the-authorized-enterprise-1',
	'obtain-the-access_token-of-the-authorized-enterprise',
	'obtain-orgapp-token',
	'obtain-isvapp-token',
	'obtains-the-enterprise-authorized-credential',
	'workbench',
]);
const USER = new Set(['obtain-user-token', 'obtain-identity-credentials']);
const SUITE = new Set([
	'obtains-the-suite-acess-token-of-third-party-enterprise-applications',
	'obtains-the-suite_acess_token-of-third-party-enterprise-applications',
	'obtain-application-suite-ticket',
]);

/** How a documented call proves itself; undefined means the app's own access token. */
export function authOf(doc: DocOperation): Row['auth'] {
	if (doc.token === 'none') return 'none';
	if (doc.token === 'signature') return 'signature';
	if (doc.token === 'suite_access_token') return 'suite';
	const refs = [...doc.headers, ...doc.query_params]
		.filter(({ name }) => TOKEN_PARAMS.includes(name))
		.flatMap((param) => param.refs ?? []);
	if (refs.length === 0 || refs.some((ref) => APP.has(ref))) return undefined;
	if (refs.some((ref) => USER.has(ref))) return 'userToken';
	if (refs.some((ref) => SUITE.has(ref))) return 'suite';
	return 'none'; // a token of its own kind (group robot, sns, sso), passed as a plain parameter
}

const APPS: Array<[RegExp, string]> = [
	[/委托/, 'custom'],
	[/^企业内部应用/, 'internal'],
	[/^第三方企业应用/, 'thirdParty'],
	[/^第三方个人应用/, 'personal'],
];

/** Kinds of app that may call it, as short codes. */
export function appsOf(doc: DocOperation): string[] {
	return [
		...new Set(
			doc.app_types.map((written) => {
				const found = APPS.find(([pattern]) => pattern.test(written));
				if (!found) throw new Error(`Unknown kind of app: ${written} (${doc.slug})`);
				return found[1];
			}),
		),
	];
}
