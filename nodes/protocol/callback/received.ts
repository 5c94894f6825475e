import type { CallbackKeys, EncryptedAnswer } from './crypto';
import type { PushedEvent } from './pushedEvent';
import type { ReplayMemory } from './replay';
import type { JsonObject, Refusal } from './request';

/** What an app's callback URL needs to tell DingTalk's calls from anybody else's. */
export interface CallbackConfig {
	/** For event pushes; without them every push is refused. */
	readonly keys?: CallbackKeys;
	/** The client secret, which signs robot messages. */
	readonly appSecret?: string;
	/** The `apiSecret`s a card callback URL may have been registered with. */
	readonly cardSecrets?: readonly string[];
	/** When given, calls that name another organisation are refused. */
	readonly corpId?: string;
	/** How far a call's timestamp may be from now, in milliseconds. */
	readonly window?: number;
}

export interface CallbackPorts {
	/** Epoch milliseconds. */
	now(): number;
	readonly memory: ReplayMemory;
}

/** `replayKey`: give it to `memory.forget` when the call could not be handed over after all. */
export type Received =
	| Refusal
	| { readonly kind: 'check'; readonly answer: EncryptedAnswer }
	| {
			readonly kind: 'events';
			readonly events: readonly PushedEvent[];
			readonly answer: EncryptedAnswer;
			readonly replayKey: string;
	  }
	| { readonly kind: 'robot'; readonly message: JsonObject; readonly replayKey: string }
	| { readonly kind: 'card'; readonly callback: JsonObject; readonly replayKey: string };
