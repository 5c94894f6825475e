import type { Connection } from './connection';
import { Pings } from './pings';

/** One connection in the life of a session: waited for, in use, or retired. */
export interface Line {
	/** Set once its socket is open. */
	connection?: Connection;
	/** Which state of the subscriptions it was opened with. */
	readonly edition: number;
	/** The gateway's greeting has come by it. */
	greeted: boolean;
	/** It lives: a frame other than a greeting or farewell has come by it, or it was greeted and has stood for a while. */
	proved: boolean;
	/** An event has been answered by it, or it has lived and stood for a while. Many a line says something and breaks at once, for ever. */
	worked: boolean;
	/** The gateway has said that it will drop it. */
	leaving: boolean;
	/** Running time since it opened, in milliseconds. */
	openFor: number;
	/** Running time since its last frame, in milliseconds. */
	silentFor: number;
	readonly pings: Pings;
	/** The line is being replaced because a ping is overdue. */
	suspected: boolean;
	/** Running time since a newer one took its place, in milliseconds. */
	retiredFor: number;
}

/** So long a greeted line stands on a quiet app before the first ping, and counts as alive. */
export const STEADY = 10_000;

/** After its farewell the gateway keeps a connection for about 10 s: so long it is still read. */
const LINGER = 10_000;

/** DingTalk delivers an event again when it has waited 60 s for the answer: then none is owed. */
const ANSWER_DEADLINE = 60_000;

export const newLine = (edition: number): Line => ({
	edition,
	greeted: false,
	proved: false,
	worked: false,
	leaving: false,
	openFor: 0,
	silentFor: 0,
	pings: new Pings(),
	suspected: false,
	retiredFor: 0,
});

/** Whether a retired line may be closed: read out, and its answers given or overdue. */
export const isDone = ({ retiredFor, connection }: Line): boolean =>
	retiredFor >= ANSWER_DEADLINE || (retiredFor >= LINGER && connection?.unanswered === 0);
