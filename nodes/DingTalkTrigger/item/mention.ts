import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../protocol/json';

/** A mention that stands in a text: in which part, from where to where. */
interface Mention {
	readonly part: number;
	readonly start: number;
	readonly end: number;
}

const WHOLE = /^\s*@\S+\s*$/u;
const NEXT = /@[^\s@]+(?=\s|$)/uy;

/** Where the mention that stands next, behind blanks, ends; undefined where none does. */
function nextEnd(text: string, from: number): number | undefined {
	NEXT.lastIndex = from + text.slice(from).search(/\S|$/);
	return NEXT.test(text) ? NEXT.lastIndex : undefined;
}

/** Mentions are parts of their own, or stand at the beginning of the text; an @ anywhere else may be an address. */
function mentionsIn(parts: readonly string[]): Mention[] {
	const found: Mention[] = [];
	let atBeginning = true;
	parts.forEach((text, part) => {
		if (parts.length > 1 && WHOLE.test(text)) return void found.push({ part, start: 0, end: text.length });
		if (!atBeginning) return;
		let end = 0;
		for (let next = nextEnd(text, end); next !== undefined; next = nextEnd(text, end)) {
			found.push({ part, start: end, end: next });
			end = next;
		}
		atBeginning = text.slice(end).trim() === '';
	});
	return found;
}

/**
 * The text of a group message without the mention of the robot. DingTalk mostly takes mentions out and
 * leaves a blank; those that still stand are told by `atUsers`, which lists the robot among the mentioned
 * in their order. Where some have been taken out and some not, nobody can tell whose are left: they stay.
 */
export function withoutRobot(parts: readonly string[], { atUsers, chatbotUserId }: IDataObject): string {
	const mentioned = Array.isArray(atUsers) ? atUsers.filter(isObject) : [];
	const mentions = mentionsIn(parts);
	const place = mentioned.findIndex(({ dingtalkId }) => dingtalkId === chatbotUserId);
	// Robots have no staffId: where only a person is named, the mention that stands is the person's.
	const [only] = mentioned;
	if (mentioned.length === 1 && place < 0 && only?.staffId) return parts.join('').trim();
	const robot = mentioned.length < 2 ? mentions[0] : mentions.length < mentioned.length ? undefined : mentions[place];
	return parts
		.map((text, part) => (robot?.part === part ? text.slice(0, robot.start) + text.slice(robot.end) : text))
		.join('')
		.trim();
}
