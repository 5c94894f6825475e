import type { Gateway, OpenRequest } from '../stream/gateway';
import { XmlAnswer, route } from '../world';
import type { Route } from '../world';

/** Opens Stream connections. The official Node SDK notes that without `Accept: application/json` the answer is XML. */
export const streamRoutes = (gateway: Gateway): Route[] => [
	route<OpenRequest>('POST', '/v1.0/gateway/connections/open', ({ body, headers }) => {
		const { endpoint, ticket } = gateway.open(body);
		if (headers.accept?.includes('application/json')) return { endpoint, ticket };
		return new XmlAnswer(
			`<?xml version="1.0" encoding="UTF-8"?><response><endpoint>${endpoint}</endpoint><ticket>${ticket}</ticket></response>`,
		);
	}),
];
