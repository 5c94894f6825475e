import type { ISupplyDataFunctions } from 'n8n-workflow';
import { isObject, type Json } from '../../protocol/json';
import { itemOfTrigger } from '../../runtime/caller';
import type { Client } from '../../runtime/client';
import { InputError } from '../../runtime/operation';
import { People } from '../../runtime/people';
import { readingOf } from '../../runtime/running';
import { readTyped } from '../../runtime/values';
import { DEFAULT_KEY, spaceOf } from '../../shared/aiCard';
import { paramsOf } from '../../shared/cardParams';
import type { Spaces } from '../../shared/cardSpaces';
import type { AnswerRules } from '../answer/answer';
import type { CardSettings } from '../card/stage';
import { fields } from '../form';
import { parentOf } from './asker';

export interface Settings {
	card: CardSettings;
	answer: AnswerRules;
	everyMs: number;
	mostUpdates: number;
	/** Whether the agent ends with the error when neither card nor message could be shown. */
	failsUnshown: boolean;
}

const ERROR_TEXT = 'Sorry, something went wrong. 抱歉，出错了，请稍后再试。';

const textIn = (json: unknown, name: string) => (isObject(json) && json[name] ? String(json[name]) : undefined);

/** The chat in which somebody wrote to the robot, as the message of DingTalk Trigger tells. */
function chatOf(message: Json | undefined) {
	const { conversation, sender } = message ?? {};
	return {
		chatType: textIn(conversation, 'type'),
		conversationId: textIn(conversation, 'id'),
		sender: textIn(sender, 'userId'),
	};
}

/** The item itself where it is such a message, else the one that started the execution. */
function messageFor(context: ISupplyDataFunctions, item: number): Json | undefined {
	const json: unknown = context.evaluateExpression('{{ $json }}', item);
	if (isObject(json) && isObject(json.conversation)) return json;
	const parent = parentOf(context);
	return parent && itemOfTrigger(context, parent.name);
}

/** How many items the agent works on. */
export const itemCount = (context: ISupplyDataFunctions): number =>
	Math.max(1, Number(context.evaluateExpression('{{ $input.all().length }}', 0)) || 1);

/** @throws InputError naming the field that cannot be used. */
export async function readSettings(context: ISupplyDataFunctions, client: Client, items: number): Promise<Settings> {
	const running = { context, client, people: new People(client), memory: new Map<string, Promise<unknown>>() };
	const valuesOf = async (item: number) => await readTyped(fields, readingOf(running, item));
	const spaceFor = async (item: number): Promise<Spaces> => {
		const { sendTo, person, openConversationId } = await valuesOf(item);
		return spaceOf({ sendTo, person, openConversationId, ...chatOf(messageFor(context, item)) });
	};
	const values = await valuesOf(0);
	const space = await spaceFor(0);
	for (let item = 1; item < items; item++)
		if (JSON.stringify(await spaceFor(item)) !== JSON.stringify(space))
			throw new InputError(
				'Send To',
				`differs between the ${items} items of the agent, but n8n does not say which of them a model works on: put Loop Over Items before the agent`,
				`在智能体的 ${items} 个数据项之间不一致，而 n8n 不会告知模型正在处理哪一项：请在智能体之前使用“循环处理数据项”（Loop Over Items）`,
			);
	const { cardTemplateId, contentKey: key = DEFAULT_KEY, publicData, robotCode } = values;
	const data = paramsOf(publicData, 'Card Data (JSON)')?.cardParamMap ?? {};
	const grows = values.show === 'growing';
	return {
		card: { cardTemplateId, key, data, robotCode, space },
		answer: { showsSteps: values.showToolSteps, errorText: values.errorText ?? ERROR_TEXT, grows },
		everyMs: values.updateEvery ?? 500,
		mostUpdates: values.maxUpdates ?? 30,
		failsUnshown: values.whenNothingShown !== 'continue',
	};
}
