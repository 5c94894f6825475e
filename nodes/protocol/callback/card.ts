/**
 * How long the answer to a click on a card may take, from when it came, in milliseconds. DingTalk waits 2 s; this leaves a margin
 * for the way back. https://open.dingtalk.com/document/development/event-callback-card
 */
export const CARD_DEADLINE = 1_700;
