import type { Company } from './company';
import { ApiError, LegacyError, api, legacy } from './errors';

export type Dialect = 'wire' | 'page';

/**
 * Where recordings of the wire (2026-09) and DingTalk's pages differ. `wire` is how DingTalk was heard to speak, `page`
 * how its documentation says that it speaks; an error that nobody recorded is the page's in both.
 */
export interface Speech {
	/** No token in the query of the legacy host, or in the header of the new one. */
	noToken: { oapi: (path: string) => LegacyError; api: () => ApiError };
	/** A legacy token that is unknown or has ended. */
	badToken: (path: string, verdict: 'expired' | 'unknown') => LegacyError;
	/** A path that is nowhere; the new host answers one without a version in the legacy dialect. */
	noPath: { oapi: (path: string) => LegacyError; api: (path: string) => ApiError | LegacyError };
	/** A permission that the app lacks. */
	noPermission: { oapi: (scopes: string[]) => LegacyError; api: (scopes: string[]) => ApiError };
	/** `gettoken` without a key, with a wrong one. */
	noKey: () => LegacyError;
	wrongKey: () => LegacyError;
	/** A group robot's webhook with an unknown token, and one that sent too much. */
	noRobot: () => LegacyError;
	tooManyMessages: () => LegacyError;
	/** Nobody has this userid, this unionId. */
	noUser: () => LegacyError;
	noUnion: () => LegacyError;
}

/** An error of the gateway in front of `/topapi`: errcode 88 around the real one. */
const wrapped = (subCode: string, subMessage: string): LegacyError =>
	new LegacyError(88, `ding talk error[subcode=${subCode},submsg=${subMessage}]`, {
		sub_code: subCode,
		sub_msg: subMessage,
	});

/** Older calls have no such gateway. */
const behindGateway = (path: string): boolean => path.startsWith('/topapi/');
/** `/topapi/v2/user/get` → `dingtalk.oapi.v2.user.get` */
const apiName = (path: string): string => path.replace('/topapi/', 'dingtalk.oapi.').replaceAll('/', '.');
const bare = (errcode: number, message: string) => new LegacyError(errcode, message, {}, true);

const apply = ({ appKey }: Company, scopes: string[]): string =>
	`应用尚未开通所需的权限：[${scopes.join()}]，点击链接申请并开通即可：https://open-dev.dingtalk.com/appscope/apply?content=${appKey}%23${scopes.join('%2C')}`;
const denied = (message: string, requiredScopes: string[]) =>
	new ApiError('Forbidden.AccessDenied.AccessTokenPermissionDenied', message, 403, {
		accessdenieddetail: { requiredScopes },
	});

const page = (company: Company): Speech => ({
	noToken: { oapi: () => legacy(41001), api: api.authentication },
	badToken: (_path, verdict) => legacy(verdict === 'expired' ? 42001 : 40014),
	noPath: { oapi: () => legacy(404), api: api.notFound },
	noPermission: {
		oapi: (scopes) => wrapped('60011', `${apply(company, scopes)}, {requiredScopes=[${scopes.join()}]}`),
		api: (scopes) => denied(apply(company, scopes), scopes),
	},
	noKey: () => legacy(400002, 'appkey'),
	wrongKey: () => legacy(40089),
	noRobot: () => legacy(400101),
	tooManyMessages: () => legacy(410100),
	noUser: () => new LegacyError(33012, '无效的userId'),
	noUnion: () => new LegacyError(60121, '未找到对应员工'),
});

const wire = (company: Company): Speech => {
	const documented = page(company);
	const nobody = () => legacy(60121);
	return {
		...documented,
		noToken: {
			oapi: (path) => (behindGateway(path) ? wrapped('40000', 'access_token is blank') : legacy(41001)),
			api: () => new ApiError('AuthenticationFailed.MissingParameter', '缺少参数：x-acs-dingtalk-access-token'),
		},
		badToken: (path, verdict) =>
			behindGateway(path) ? wrapped('40014', '不合法的access_token') : documented.badToken(path, verdict),
		noPath: {
			oapi: (path) => {
				if (!behindGateway(path)) return legacy(404);
				const message = `不合法ApiName，ApiName = ${apiName(path)}`;
				return new LegacyError(22, `Invalid method[submsg=${message}]`, { sub_msg: message });
			},
			api: (path) => (/^\/v\d/.test(path) ? api.notFound() : bare(404, '请求的URI地址不存在')),
		},
		noPermission: {
			...documented.noPermission,
			api: (scopes) =>
				denied(
					'没有调用该接口的权限，接口权限申请参考：https://open.dingtalk.com/document/orgapp-server/add-api-permission',
					scopes,
				),
		},
		noKey: () => bare(40035, '缺少参数 corpid or appkey'),
		wrongKey: () => bare(40096, '不合法的appKey或appSecret'),
		noRobot: () => bare(300005, 'token is not exist'),
		tooManyMessages: () => bare(660026, 'sending too many messages per minute'),
		noUser: nobody,
		noUnion: nobody,
	};
};

export const speechOf = (dialect: Dialect, company: Company): Speech =>
	dialect === 'wire' ? wire(company) : page(company);
