import type { Frame } from '../protocol/stream/frames';
import type { Subscription } from '../protocol/stream/gateway';
import type { SessionState } from '../protocol/stream/session';
import type { Click, Outcome, SentClick } from './exchange';
import type { Ticket } from './ticket';

/** How a listener has dealt with a frame. `taken: false`: DingTalk is to deliver it again. */
export interface Reply {
	readonly taken: boolean;
	/** What a call that expects a result is answered with. */
	readonly response?: unknown;
}

/** One that uses an app's connection: an active trigger, a test run of the editor, a node that waits. */
export interface Listener {
	/** What the connection has to be subscribed to for it. */
	readonly topics: readonly Subscription[];
	/** The editor's test run: it gets a copy and has no say in the answer. */
	readonly isTest: boolean;
	wants(frame: Frame): boolean;
	/** Resolves when the frame may be answered. */
	take(frame: Frame): Promise<Reply>;
	/** The connection has come or gone. Told to one of an app's listeners. */
	state(state: SessionState): void;
	/** A frame could not be read, or something of ours threw at it; it is then not taken. Told to one of an app's listeners. */
	failed(error: unknown): void;
	/** Where it takes clicks on the cards of Send and Wait to the executions that wait for them. */
	readonly answering?: {
		/** Never rejects. */
		bring(click: SentClick, ticket: Ticket): Promise<Outcome>;
		/** Shows on the card what came too late for the callback's answer. Never rejects. */
		update(click: Click, outcome: Outcome): Promise<void>;
	};
	/** Starts nothing more; what it has not started is not taken. */
	stop(): void;
}

/** Resolves when the listener has left; the last one to leave closes the connection. */
export type Leave = () => Promise<void>;
