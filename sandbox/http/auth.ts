import type { Tokens } from '../tokens';
import type { Route } from '../world';
import { route } from '../world';

/** Access tokens: one for both hosts. */
export const authRoutes = (tokens: Tokens): Route[] => [
	route<{ appKey: string; appSecret: string }>('POST', '/v1.0/oauth2/accessToken', ({ body }) =>
		tokens.fetch(body.appKey, body.appSecret),
	),
	route('GET', '/gettoken', ({ query }) => tokens.fetchLegacy(query.appkey, query.appsecret)),
];
