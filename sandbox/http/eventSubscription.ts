import type { CallbackSender, Registration } from '../callback';
import { legacy } from '../errors';
import eventTypes from '../eventTypes.json';
import type { FailedEvent } from '../events';
import type { Route, World } from '../world';
import { route } from '../world';

interface Subscribe {
	call_back_tag: string[];
	token: string;
	aes_key: string;
	url: string;
}

const KNOWN = new Set(eventTypes);

/** One call of the failed-events list gives no more, https://open.dingtalk.com/document/development/obtain-the-event-list-of-failed-push-messages */
const PAGE = 200;

const checkForm = ({ call_back_tag, token, aes_key, url }: Subscribe): void => {
	if (call_back_tag.length === 0 || token.length < 6 || token.length > 63) throw legacy(71010);
	if (call_back_tag.some((tag) => !KNOWN.has(tag))) throw legacy(71008);
	if (!/^[A-Za-z0-9]{43}$/.test(aes_key)) throw legacy(900004);
	if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) throw legacy(71011);
};

/** The one HTTP callback of an app (archived API), https://open.dingtalk.com/document/development/register-callback-events */
export const eventSubscriptionRoutes = ({ company }: World, sender: CallbackSender, failed: FailedEvent[]): Route[] => {
	const accept = async (body: Subscribe): Promise<object> => {
		checkForm(body);
		const { url, token, aes_key: aesKey, call_back_tag: tags } = body;
		const registration: Registration = { url, token, aesKey, tags, owner: company.corpId };
		const result = await sender.verify(registration);
		if (result === 'unreachable') throw legacy(71012);
		if (result === 'wrong answer') throw legacy(71009);
		sender.registration = registration;
		return {};
	};
	const registered = (): Registration => {
		if (!sender.registration) throw legacy(71007);
		return sender.registration;
	};

	return [
		route<Subscribe>('POST', '/call_back/register_call_back', async ({ body }) => {
			if (sender.registration) throw legacy(71006);
			return await accept(body);
		}),
		route<Subscribe>('POST', '/call_back/update_call_back', async ({ body }) => {
			registered();
			return await accept(body);
		}),
		route('GET', '/call_back/get_call_back', () => {
			const { url, token, aesKey, tags } = registered();
			return { url, token, aes_key: aesKey, call_back_tag: tags ?? eventTypes };
		}),
		route('GET', '/call_back/delete_call_back', () => {
			registered();
			sender.registration = undefined;
			return {};
		}),
		route('GET', '/call_back/get_call_back_failed_result', () => {
			const failed_list = failed.splice(0, PAGE);
			return { failed_list, has_more: failed.length > 0 };
		}),
	];
};
