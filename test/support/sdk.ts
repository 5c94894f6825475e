/** What a client puts on the wire, so that the official SDK and our node can be held against each other. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Config } from '@alicloud/openapi-client';
import { RuntimeOptions } from '@alicloud/tea-util';
import type { ICredentialDataDecryptedObject, IDataObject } from 'n8n-workflow';
import { execute } from './engine';

/** One request as it came over the wire. */
export interface Wire {
	method: string;
	/** Decoded: the SDK does not encode what stands in a path. */
	path: string;
	/** Decoded, sorted by name. */
	query: Array<[string, string]>;
	token: unknown;
	/** Parsed JSON; `undefined`: no body. */
	body: unknown;
}

export interface WireTap {
	/** `host:port` on loopback. */
	endpoint: string;
	/** The one request that `call` sends. */
	wireOf: (call: () => Promise<unknown>) => Promise<Wire>;
	close: () => Promise<void>;
}

/** Resource and operation; what is tried; the form's values; the same with the SDK's words. */
export type SdkRow = [string, string, IDataObject, (tap: WireTap) => Promise<unknown>];

const parsed = (text: string): unknown => (text === '' ? undefined : JSON.parse(text));

/** A server on loopback that answers `{}` and notes what it was sent. */
export async function tapWire(): Promise<WireTap> {
	const received: Wire[] = [];
	const server = createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			const [path = '', query = ''] = (request.url ?? '').split(/\?(.*)/s);
			const body = parsed(Buffer.concat(chunks).toString());
			received.push({
				method: request.method ?? '',
				path: decodeURIComponent(path),
				query: [...new URLSearchParams(query)].sort(),
				token: request.headers['x-acs-dingtalk-access-token'],
				body,
			});
			response.setHeader('content-type', 'application/json');
			response.end('{}');
		});
	});
	await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
	const { port } = server.address() as AddressInfo;
	return {
		endpoint: `127.0.0.1:${port}`,
		wireOf: async (call) => {
			received.length = 0;
			await call();
			expect(received).toHaveLength(1);
			return received[0] as Wire;
		},
		close: async () => {
			server.closeAllConnections();
			await new Promise<void>((done) => server.close(() => done()));
		},
	};
}

export const TOKEN = 'the-access-token';

/** How the SDK's clients are set up. */
export const sdkConfig = ({ endpoint }: WireTap) => new Config({ protocol: 'http', endpoint, regionId: 'central' });
export const sdkRuntime = new RuntimeOptions({ autoretry: false });

/** An SDK's headers with the token. */
export const sdkHeaders = <H>(Headers: new (map: { xAcsDingtalkAccessToken: string }) => H): H =>
	new Headers({ xAcsDingtalkAccessToken: TOKEN });

/** Runs an operation of the node against the tap, with a token at hand. */
export async function callNode(
	{ endpoint }: WireTap,
	resource: string,
	operation: string,
	parameters: IDataObject,
): Promise<unknown> {
	const host = `http://${endpoint}`;
	const dingTalkApi: ICredentialDataDecryptedObject = {
		clientId: 'id',
		clientSecret: 'secret',
		accessToken: TOKEN,
		expiresAt: Date.now() + 3_600_000,
		robotCode: 'robot1',
		defaultOperator: '',
		apiHost: host,
		legacyHost: host,
	};
	return await execute({ parameters: { resource, operation, ...parameters }, credentials: { dingTalkApi } });
}
