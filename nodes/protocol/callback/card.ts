/**
 * How long the workflow may take to answer a click on a card, from when it came, in milliseconds. DingTalk waits 2 s; n8n under load
 * needs some 0.4 s of that around the trigger. https://open.dingtalk.com/document/development/event-callback-card
 */
export const CARD_DEADLINE = 1_300;

/** When the default answer goes out: a little later, so that one sent at the last moment still comes first. */
export const CARD_DEFAULT_AFTER = CARD_DEADLINE + 100;
