import { request } from 'undici';

import type { Sandbox, SandboxOptions } from '../../sandbox';
import { startSandbox } from '../../sandbox';
import { seedCompany } from '../../sandbox/company';
import { seedData } from '../../sandbox/data';
import { nothingReceived } from '../../sandbox/received';
import { speechOf } from '../../sandbox/speech';
import { Storage } from '../../sandbox/storage';
import type { World } from '../../sandbox/world';

export type Json = Record<string, unknown>;

export interface Reply {
	status: number;
	body: Json;
}

/** Starts a sandbox for each test of a file, and closes it after. */
export const useSandbox = (options: SandboxOptions = {}): { readonly it: Sandbox } => {
	let current: Sandbox | undefined;
	beforeEach(async () => {
		current = await startSandbox(options);
	});
	afterEach(async () => {
		await current?.close();
	});
	return {
		get it() {
			if (!current) throw new Error('no sandbox');
			return current;
		},
	};
};

export const send = async (
	method: 'GET' | 'POST' | 'PUT' | 'DELETE',
	url: string,
	body?: unknown,
	headers: Record<string, string> = {},
): Promise<Reply> => {
	const answer = await request(url, {
		method,
		headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
		body: body === undefined ? undefined : JSON.stringify(body),
	});
	return { status: answer.statusCode, body: (await answer.body.json()) as Json };
};

export const tokenOf = async ({ url, company }: Sandbox): Promise<string> => {
	const { body } = await send('POST', `${url}/v1.0/oauth2/accessToken`, {
		appKey: company.appKey,
		appSecret: company.appSecret,
	});
	return String(body.accessToken);
};

/** Calls both hosts with a fresh token. */
export const signedIn = async (sandbox: Sandbox) => {
	const token = await tokenOf(sandbox);
	return {
		token,
		api: (method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown) =>
			send(method, `${sandbox.url}${path}`, body, { 'x-acs-dingtalk-access-token': token }),
		oapi: (path: string, body: unknown = {}) => send('POST', `${sandbox.legacyUrl}${path}?access_token=${token}`, body),
		oapiGet: (path: string) => send('GET', `${sandbox.legacyUrl}${path}?access_token=${token}`),
	};
};

/** The world without its hosts: for parts of the sandbox that are tried by themselves. */
export const quietWorld = (now = () => 0): World => {
	const company = seedCompany();
	let last = 1000;
	return {
		company,
		received: nothingReceived(),
		data: seedData(company, now()),
		storage: new Storage(now, (entry) => entry),
		dialect: 'wire',
		speech: speechOf('wire', company),
		now,
		nextId: () => (last += 1),
		push: () => undefined,
		urls: { api: '', oapi: '' },
	};
};
