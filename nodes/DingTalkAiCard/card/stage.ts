import { randomUUID } from 'crypto';
import { writeJson } from '../../protocol/json';
import { compile } from '../../protocol/request';
import { refuseFalse } from '../../runtime/answer';
import type { Client } from '../../runtime/client';
import { lookUpsOf } from '../../runtime/lookUps';
import { refusalError } from '../../runtime/partial';
import { objectsIn } from '../../runtime/pick';
import { FLOW, SDK_TEMPLATE } from '../../shared/aiCard';
import { answerOfMade, deliveryModels, openSpaceId, sorted, type Spaces } from '../../shared/cardSpaces';
import { messageParts, titleOf } from './markdown';
import type { Ending, Shown, Stage } from './writer';

const SEND = 'POST /v1.0/card/instances/createAndDeliver';
const UPDATE = 'PUT /v1.0/card/instances';
const STREAM = 'PUT /v1.0/card/streaming';
const TO_PERSON = 'POST /v1.0/robot/oToMessages/batchSend';
const TO_GROUP = 'POST /v1.0/robot/groupMessages/send';

/** What stands below the text of a card that had to be left. */
const FOLLOWS = '（完整回答见下方消息 The whole answer follows as a message）';

export interface CardSettings {
	/** The user's own template; absent: the default one. */
	cardTemplateId?: string;
	/** Its variable for the text. */
	key: string;
	/** Further variables. */
	data: Record<string, string>;
	robotCode: string;
	space: Spaces;
}

/** One AI card of DingTalk. Its `outTrackId` does not begin with "n8n-": those are tickets of DingTalk Send and Wait. */
export class CardStage implements Stage {
	readonly outTrackId = `ai-${randomUUID()}`;
	/** Calls that were made. */
	calls = 0;
	private isWriting = false;

	constructor(
		private readonly client: Pick<Client, 'send'>,
		private readonly settings: CardSettings,
	) {}

	/** The default template shows by a variable how far the answer is; one of the user's own need not have it. */
	private flow(flowStatus: string): Record<string, string> {
		return this.settings.cardTemplateId === undefined ? { flowStatus } : {};
	}

	private async call(route: typeof SEND | typeof UPDATE | typeof TO_PERSON | typeof TO_GROUP, body: object) {
		this.calls += 1;
		const isMessage = route === TO_PERSON || route === TO_GROUP;
		return await lookUpsOf(this.client, new Map()).call(route, { body }, { safe: !isMessage });
	}

	async open(): Promise<void> {
		const { cardTemplateId = SDK_TEMPLATE, key, data, robotCode, space } = this.settings;
		// The list of chats shows the text as it grows.
		const models = deliveryModels(space, { robotCode, extension: { dynamicSummary: 'true' } });
		const { deliverResults } = await this.call(SEND, {
			outTrackId: this.outTrackId,
			cardTemplateId,
			cardData: { cardParamMap: { ...this.flow(FLOW.thinking), [key]: '', ...data } },
			callbackType: 'STREAM',
			imRobotOpenSpaceModel: { supportForward: true },
			imGroupOpenSpaceModel: { supportForward: true },
			openSpaceId: openSpaceId(space),
			...models,
		}).catch(answerOfMade());
		const [refused] = sorted(objectsIn(deliverResults)).refused;
		if (refused) throw refusalError(refused);
	}

	async update(newest: () => Shown): Promise<Shown> {
		const first = newest();
		// Of the default template this ends "thinking", and shows the first text in the same call.
		if (this.settings.cardTemplateId === undefined && !this.isWriting && !first.ending) {
			await this.set({ ...this.flow(FLOW.writing), [this.settings.key]: first.text });
			this.isWriting = true;
			return first;
		}
		const sent = await this.stream(newest);
		if (sent.ending && this.settings.cardTemplateId === undefined) await this.end(sent.text, sent.ending);
		return sent;
	}

	/** The text is in the card already: where DingTalk refuses it here, the status alone is changed. */
	private async end(text: string, ending: Ending): Promise<void> {
		const status = this.flow(FLOW[ending]);
		await this.set({ ...status, [this.settings.key]: text })
			.catch(async () => await this.set(status))
			.catch(() => undefined);
	}

	private async set(cardParamMap: Record<string, string>): Promise<void> {
		await this.call(UPDATE, {
			outTrackId: this.outTrackId,
			cardData: { cardParamMap },
			// By key: the card's other variables would be gone otherwise.
			cardUpdateOptions: { updateCardDataByKey: true },
		});
	}

	private async stream(newest: () => Shown): Promise<Shown> {
		const { outTrackId, settings } = this;
		let [sent, guid] = [newest(), randomUUID()];
		const bodyNow = () => {
			const now = newest();
			// The same again is the same update for DingTalk, which counts it once.
			if (now.text !== sent.text || now.ending !== sent.ending) [sent, guid] = [now, randomUUID()];
			const { text: content, ending } = sent;
			const state = { isFull: true, isFinalize: ending === 'done', isError: ending === 'failed' };
			return { outTrackId, guid, key: settings.key, content, ...state };
		};
		this.calls += 1;
		const answer = await this.client.send(
			{
				...compile(STREAM),
				// Read when the call goes out, which may be long after it was asked for: other cards have their turns too.
				get body() {
					return bodyNow();
				},
			},
			{ safe: true },
		);
		refuseFalse(answer);
		return sent;
	}

	async instead({ text, ending = 'done' }: Shown, last: Shown | undefined): Promise<void> {
		for (const part of messageParts(text)) await this.message(part);
		if (!last) return;
		const left = last.text === '' ? FOLLOWS : `${last.text}\n\n${FOLLOWS}`;
		const isEnded = await this.stream(() => ({ text: left, ending })).then(
			() => this.settings.cardTemplateId !== undefined,
			() => false,
		);
		if (!isEnded) await this.end(left, ending);
	}

	private async message(text: string): Promise<void> {
		const { robotCode, space } = this.settings;
		const [openConversationId] = space.groups;
		const content = { robotCode, msgKey: 'sampleMarkdown', msgParam: writeJson({ title: titleOf(text), text }) };
		if (openConversationId !== undefined) {
			await this.call(TO_GROUP, { ...content, openConversationId });
			return;
		}
		const answer = await this.call(TO_PERSON, { ...content, userIds: space.people });
		const missed = [answer.invalidStaffIdList, answer.flowControlledStaffIdList].flat().filter(Boolean);
		if (missed.length > 0) throw refusalError({ entry: missed.join(', '), message: 'not reached by the robot' });
	}
}
