import { DingTalkError } from '../../protocol/errors';
import { objectsIn } from '../../runtime/pick';
import { InputError } from '../../runtime/inputError';
import type { Api, Json } from '../../runtime/operation';
import { answerOfMade, deliveryModels, openSpaceId, sorted, spacesOf } from '../../shared/cardSpaces';
import { deliverCard } from '../../shared/deliverCard';
import { mayAnswer } from '../ask/note';
import type { Form, Question } from '../ask/question';
import { checkTemplate } from './template';
import { buttonsOf, openCard } from './variables';

/** The card without what shows it anywhere. It cannot be forwarded: whoever sees it could answer. */
function instanceOf(question: Question, ticket: string, cardTemplateId: string): Json {
	const lastMessageI18n = { ZH_CN: question.subject, EN_US: question.subject };
	const space = { supportForward: false, lastMessageI18n };
	return {
		cardTemplateId,
		outTrackId: ticket,
		callbackType: 'STREAM',
		cardData: { cardParamMap: openCard(question) },
		imRobotOpenSpaceModel: space,
		imGroupOpenSpaceModel: space,
	};
}

/** Longest value of a variable that DingTalk's page names, in bytes. https://open.dingtalk.com/document/development/create-and-deliver-cards */
const MOST_BYTES = 1024;

/** Most bytes of one approval in the state that each button carries, and bytes of the signature of all. */
const [BYTES_EACH, BYTES_OF_ALL] = [10, 23];

/** The page's limit is said and not kept to: vendors send longer texts, and only DingTalk knows. */
function hintLong(question: Question, form: Form, api: Api): void {
	const count = mustApprove(form).length;
	const state = count > 0 ? '0'.repeat(BYTES_OF_ALL + BYTES_EACH * count) : undefined;
	const variables = { ...openCard(question), btns: buttonsOf(question, state) };
	const long = Object.entries(variables).filter(([, text]) => Buffer.byteLength(text) > MOST_BYTES);
	if (long.length === 0) return;
	const names = long.map(([name]) => name).join(', ');
	api.hint(
		`DingTalk documents 1 KB for each variable of a card, and it may refuse or cut what is longer: ${names}. Shorten the message, name fewer people, or use links`,
		`钉钉文档规定卡片每个变量最长 1 KB，过长时可能被拒绝或截断：${names}。请缩短内容、减少人员，或改用“链接”`,
	);
}

/** The approvers without whom it is not decided. */
const mustApprove = (form: Form): string[] => (form.waitFor === 'all' ? mayAnswer(form) : []);

/** @throws InputError where nobody could make it decide */
function refuseNobody({ sendTo, waitFor, approvers = [] }: Form): void {
	if (waitFor !== 'all' || sendTo === 'person' || approvers.length > 0) return;
	throw new InputError(
		'Who May Answer',
		'is empty: in a group, say who must approve',
		'为空：发到群并等待全部同意时，请指定需要同意的人',
	);
}

/**
 * Sends the question as a card whose ID is the ticket: one call for about 20 receivers. Fails when it reached nobody, or not all
 * who must approve.
 */
export async function sendCard(question: Question, form: Form, ticket: string, api: Api): Promise<void> {
	refuseNobody(form);
	const { sendTo, people = [], openConversationId = '', robotCode, cardTemplateId = '' } = form;
	await checkTemplate(cardTemplateId, api);
	hintLong(question, form, api);
	const group = sendTo === 'group';
	const [first = { people: [], groups: [] }, ...rest] = spacesOf(
		group ? [] : people,
		group ? [openConversationId] : [],
	);
	const body = {
		...instanceOf(question, ticket, cardTemplateId),
		openSpaceId: openSpaceId(first),
		...deliveryModels(first, { robotCode }),
	};
	const { deliverResults } = await api
		.call('POST /v1.0/card/instances/createAndDeliver', { body }, { safe: true })
		.catch(answerOfMade(api.hint));
	const further = await deliverCard(ticket, rest, { robotCode }, api, { isShown: true });
	const { arrived, refused } = sorted([...objectsIn(deliverResults), ...further]);
	const why = refused.map(({ entry, message }) => `${entry}: ${message}`).join(', ');
	const isHopeless = refused.some(({ entry }) => mustApprove(form).includes(entry));
	if (isHopeless || (refused.length > 0 && arrived.length === 0))
		throw new DingTalkError({ code: 'notDelivered', kind: 'refused', message: why, ours: true });
	if (refused.length > 0) api.hint(`The question did not reach everybody (${why})`, `问题未送达所有人（${why}）`);
}
