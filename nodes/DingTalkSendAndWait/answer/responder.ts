import { clock } from '../../listening/clock';
import { within } from '../../listening/timeout';
import { compile } from '../../protocol/request';
import { at } from '../../protocol/paging';
import type { Client } from '../../runtime/client';

/** Who answered. Without `userId` the name is what somebody typed. */
export interface Responder {
	readonly userId?: string;
	readonly name?: string;
}

/** What the answer to a card's click leaves for it, in milliseconds. */
const NAME_WITHIN = 500;

/** A person of the organisation with the name, where DingTalk tells it in time: the app may lack the permission. */
export async function personOf(userId: string, client: Client): Promise<Responder> {
	const request = compile('POST /topapi/v2/user/get', { body: { userid: userId } });
	const asked = client.send(request, { safe: true }).then(
		(answer) => at(answer, 'result.name'),
		() => undefined,
	);
	const name = await within(clock, NAME_WITHIN, asked);
	return { userId, ...(typeof name === 'string' && name !== '' && { name }) };
}
