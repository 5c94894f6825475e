import { DingTalkError } from '../protocol/errors';
import type { Api, Json, PartlyDone, Refusal } from '../runtime/operation';
import { objectsIn } from '../runtime/pick';

/** Longest `openSpaceId` of one call. https://open.dingtalk.com/document/development/delivery-card-interface */
const MOST_LETTERS = 1000;
const PREFIX = 'dtv1.card//';

/** Where one call puts a card. */
export interface Spaces {
	people: string[];
	groups: string[];
}

export const openSpaceId = ({ people, groups }: Spaces): string =>
	`${PREFIX}${[...people.map((id) => `IM_ROBOT.${id}`), ...groups.map((id) => `IM_GROUP.${id}`)].join(';')}`;

/** Receivers in as few calls as their length allows: at most 1,000 characters each. */
export function spacesOf(people: readonly string[], groups: readonly string[]): Spaces[] {
	const all: Spaces[] = [];
	const put = (kind: keyof Spaces, id: string) => {
		const last = all.at(-1) ?? { people: [], groups: [] };
		const longer = { ...last, [kind]: [...last[kind], id] };
		if (all.length > 0 && openSpaceId(longer).length <= MOST_LETTERS) all[all.length - 1] = longer;
		else all.push({ people: [], groups: [], [kind]: [id] });
	};
	for (const id of people) put('people', id);
	for (const id of groups) put('groups', id);
	return all;
}

/** Further words of a delivery. */
export interface Delivery {
	robotCode: string;
	/** Who is mentioned in groups: userId → name. */
	atUserIds?: Record<string, string>;
	/** Members of the groups who alone see the card. */
	recipients?: string[];
	/** `dynamicSummary` and the like. */
	extension?: Record<string, string>;
}

/** The delivery models of one call; each only where it has such a receiver. */
export const deliveryModels = (
	{ people, groups }: Spaces,
	{ robotCode, atUserIds, recipients, extension }: Delivery,
): { imRobotOpenDeliverModel?: Json; imGroupOpenDeliverModel?: Json } => ({
	...(people.length > 0 && { imRobotOpenDeliverModel: { spaceType: 'IM_ROBOT', robotCode, extension } }),
	...(groups.length > 0 && { imGroupOpenDeliverModel: { robotCode, atUserIds, recipients, extension } }),
});

const refusalOf = ({ spaceId, errorMsg }: Json): Refusal => ({
	entry: String(spaceId ?? ''),
	message: String(errorMsg ?? 'not delivered'),
});

/** Splits what DingTalk says of each space: HTTP 200 does not mean that the card arrived. */
export const sorted = (results: unknown): { arrived: Json[]; refused: Refusal[] } => {
	const all = objectsIn(results);
	const failed = all.filter(({ success }) => success === false);
	return { arrived: all.filter((one) => !failed.includes(one)), refused: failed.map(refusalOf) };
};

/**
 * For a call that is repeated and makes a card under a new ID: when that exists already, an attempt whose answer was lost has made
 * it. What that answer said of the receivers stays unknown: an empty answer, and the hint. Throws any other error.
 * https://open.dingtalk.com/document/development/create-and-deliver-cards (`param.cardAlreadyExist`)
 */
export const answerOfMade =
	(hint?: Api['hint']) =>
	(error: unknown): Json => {
		if (!(error instanceof DingTalkError) || error.code !== 'param.cardAlreadyExist') throw error;
		hint?.(
			'The card was created, but the answer of DingTalk was lost: whether it reached everyone is not known',
			'卡片已创建，但钉钉的应答丢失，无法确认是否送达所有人',
		);
		return {};
	};

/** Everybody or nobody: the outcome of a card in several spaces, as one item. */
export const deliveredCard = (item: Json, results: Json[]): PartlyDone => {
	const { arrived, refused } = sorted(results);
	return { ok: refused.length > 0 && arrived.length === 0 ? [] : [item], failed: refused, within: results.length };
};

export const PERSON = 'POST /topapi/v2/user/get';

/** The names that a mention shows, by userId; `@ALL` for everyone. Each is looked up once per execution. */
export async function mentions(
	{ users = [], all = false }: { users?: string[]; all?: boolean },
	api: Pick<Api, 'call' | 'once'>,
): Promise<Record<string, string> | undefined> {
	if (all) return { '@ALL': '@ALL' };
	if (users.length === 0) return undefined;
	const nameOf = async (userid: string): Promise<[string, string]> => {
		const { name } = await api.once(
			`name of ${userid}`,
			async () => await api.call(PERSON, { body: { userid } }, { safe: true }),
		);
		return [userid, typeof name === 'string' ? name : userid];
	};
	return Object.fromEntries(await Promise.all(users.map(nameOf)));
}
