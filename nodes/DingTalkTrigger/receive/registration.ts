import { type IHookFunctions, NodeOperationError } from 'n8n-workflow';

import { isAesKey, isCallbackToken } from '../../protocol/callback/crypto';
import { DingTalkError } from '../../protocol/errors';
import { type Parts, type Route, compile } from '../../protocol/request';
import { createClient } from '../../runtime/client';
import { secretsOf, toNodeError } from '../../runtime/nodeError';
import { readCredential } from '../credential';
import { httpEventTypes } from '../eventTypes';
import { type Settings, readSettings } from '../settings';

/*
 * The one callback URL of an app, through DingTalk's event-subscription API.
 * https://open.dingtalk.com/document/development/register-callback-events
 */
interface Registered {
	readonly url: string;
	readonly tags: readonly string[];
	readonly token: unknown;
	readonly aesKey: unknown;
}

/** What a URL is registered for. */
const tagsFor = ({ filters }: Settings): string[] =>
	filters.eventTypes ? [...filters.eventTypes].sort() : httpEventTypes();

const same = (a: readonly string[], b: readonly string[]): boolean =>
	a.length === b.length && a.every((tag) => b.includes(tag));

/** Calls the API with the node's credential; its errors become the node's. */
async function call(context: IHookFunctions, route: Route, parts: Pick<Parts, 'body'> = {}) {
	const client = await createClient(context, 'dingTalkApi');
	return await client.send(compile(route, parts)).catch((error: unknown) => {
		if (error instanceof DingTalkError && error.code === NOT_REGISTERED) return undefined;
		throw toNodeError(context.getNode(), error, { action: 'Register the callback URL' }, secretsOf(client.credential));
	});
}

/** The app has no callback URL. */
const NOT_REGISTERED = '71007';

async function current(context: IHookFunctions): Promise<Registered | undefined> {
	const answer = await call(context, 'GET /call_back/get_call_back');
	if (!answer || typeof answer.url !== 'string' || answer.url === '') return undefined;
	const { url, call_back_tag: tags, token, aes_key: aesKey } = answer;
	return { url, tags: Array.isArray(tags) ? tags.map(String) : [], token, aesKey };
}

function urlOf(context: IHookFunctions): string {
	const url = context.getNodeWebhookUrl(context.getWebhookName() === 'setup' ? 'setup' : 'default');
	if (url === undefined) throw new NodeOperationError(context.getNode(), 'n8n has no URL for this trigger');
	return url;
}

const isAutomatic = ({ registration, filters }: Settings): boolean => registration === 'automatic' && filters.events;

/** The editor's test run, which is not to take the place of an active workflow. */
const isTest = (context: IHookFunctions): boolean => context.getMode() === 'manual';

/** Whether the URL is this node's: its present one, or the one that it registered before n8n's address or the path changed. */
const isOwn = (context: IHookFunctions, url: string): boolean =>
	url === urlOf(context) || (!isTest(context) && url === context.getWorkflowStaticData('node').registeredUrl);

/** Throws where no event could be told from a forged one: without a token of some length and an AES key every push is refused. */
async function assertKeys(context: IHookFunctions, { filters }: Settings): Promise<void> {
	const { callbackToken, callbackAesKey } = await readCredential(context);
	const needed = filters.events || callbackToken !== '';
	if (!needed || (isCallbackToken(callbackToken) && (isAesKey(callbackAesKey) || !filters.events))) return;
	throw new NodeOperationError(
		context.getNode(),
		'The DingTalk API credential lacks a usable callback token (6 to 63 letters and digits) or AES key (43 letters and digits)',
		{
			description:
				'With automatic registration both can be chosen freely: n8n tells them to DingTalk. With manual registration they are those of "Events and Callbacks" in the developer console; a token shorter than 6 characters can be guessed: have a longer one made there.<br>凭证中缺少可用的回调 Token（6–63 位字母数字）或 AES Key（43 位字母数字）。自动注册时二者可自行设定；手动注册时请填写开发者后台“事件与回调”中的值，少于 6 位的 Token 容易被猜出，请在后台重新生成。',
		},
	);
}

/** Whether the URL is registered for the chosen events with the credential's keys; with manual registration there is nothing to do. */
async function checkExists(this: IHookFunctions): Promise<boolean> {
	const settings = await readSettings(this);
	await assertKeys(this, settings);
	if (!isAutomatic(settings)) return true;
	const registered = await current(this);
	if (registered?.url !== urlOf(this) || !same(registered.tags, tagsFor(settings))) return false;
	const { callbackToken, callbackAesKey } = await readCredential(this);
	return registered.token === callbackToken && registered.aesKey === callbackAesKey;
}

async function create(this: IHookFunctions): Promise<boolean> {
	const settings = await readSettings(this);
	const { callbackToken, callbackAesKey } = await readCredential(this);
	const url = urlOf(this);
	const registered = await current(this);
	if (registered && !isOwn(this, registered.url) && (isTest(this) || !settings.replaceUrl)) {
		throw new NodeOperationError(this.getNode(), `DingTalk already calls another URL for this app: ${registered.url}`, {
			description: isTest(this)
				? 'DingTalk allows one URL per app, and a test run does not replace that of an active workflow. Deactivate it first.<br>每个应用只能注册一个回调地址，测试运行不会替换已启用工作流的地址。请先停用该工作流。'
				: 'DingTalk allows one URL per app. Delete that one, or switch on the option "Replace Another URL".<br>每个应用只能注册一个回调地址。请先删除已有地址，或打开选项“替换其他地址”。',
		});
	}
	const body = { call_back_tag: tagsFor(settings), token: callbackToken, aes_key: callbackAesKey, url };
	await call(this, registered ? 'POST /call_back/update_call_back' : 'POST /call_back/register_call_back', { body });
	if (!isTest(this)) this.getWorkflowStaticData('node').registeredUrl = url;
	return true;
}

/** Deletes the registration, unless it has become that of another URL. */
async function remove(this: IHookFunctions): Promise<boolean> {
	if (!isAutomatic(await readSettings(this))) return true;
	const registered = await current(this);
	if (registered && isOwn(this, registered.url)) await call(this, 'GET /call_back/delete_call_back');
	return true;
}

const registersCards = ({ registration, cardRouteKey }: Settings): boolean =>
	registration === 'automatic' && cardRouteKey !== '';

/** https://open.dingtalk.com/document/development/register-card-callback-address */
async function createCard(this: IHookFunctions): Promise<boolean> {
	const { cardRouteKey } = await readSettings(this);
	const { callbackToken } = await readCredential(this);
	if (!isCallbackToken(callbackToken)) {
		throw new NodeOperationError(
			this.getNode(),
			'The DingTalk API credential lacks a callback token of at least 6 letters and digits, which signs card callbacks',
			{
				description: '凭证中缺少至少 6 位字母数字的回调 Token，卡片回调需要用它签名。',
			},
		);
	}
	const body = {
		callbackRouteKey: cardRouteKey,
		callbackUrl: urlOf(this),
		apiSecret: callbackToken,
		forceUpdate: true,
	};
	await call(this, 'POST /v1.0/card/callbacks/register', { body });
	return true;
}

export const registration = { checkExists, create, delete: remove };

export const cardRegistration = {
	// DingTalk has no way to ask or delete: registering again is the same as registering.
	async checkExists(this: IHookFunctions): Promise<boolean> {
		return !registersCards(await readSettings(this));
	},
	create: createCard,
	async delete(this: IHookFunctions): Promise<boolean> {
		return true;
	},
};
