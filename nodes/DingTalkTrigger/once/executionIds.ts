import type { IDataObject } from 'n8n-workflow';

import { textOf } from '../item/incoming';
import { digestOf } from './digest';

/*
 * What executions say of themselves. n8n tells a trigger neither the id of an execution it has
 * started, nor that it began one by itself: at its start it runs whatever a crash left stored but
 * not begun. So the trigger node has an `execute`, which n8n calls first in every execution of it.
 */

/** So many executions are remembered: far more than DingTalk has under way towards one process. */
const REMEMBERED = 10_000;

/** Hears the id of the execution that an event runs in. */
type Hear = (executionId: string) => void;

export class ExecutionIds {
	private readonly executions = new Map<string, string>();
	private readonly listeners = new Map<string, Hear>();

	/** An execution in this process says which event it runs. `event` names trigger and event. */
	saw(event: string, executionId: string): void {
		this.executions.delete(event);
		this.executions.set(event, executionId);
		for (const oldest of this.executions.keys()) {
			if (this.executions.size <= REMEMBERED) break;
			this.executions.delete(oldest);
		}
		this.listeners.get(event)?.(executionId);
	}

	/** The execution that this process has begun for an event last. */
	executionOf(event: string): string | undefined {
		return this.executions.get(event);
	}

	/** Tells the execution of an event as soon as it has begun, until the returned function is called. */
	expect(event: string, hear: Hear): () => void {
		this.listeners.set(event, hear);
		return () => void this.listeners.delete(event);
	}

	/** Whether this process waits to hear of the event: it has asked n8n to run it. */
	isExpected(event: string): boolean {
		return this.listeners.has(event);
	}

	/** The event is to run again: what ran before says nothing about it. */
	forget(event: string): void {
		this.executions.delete(event);
	}
}

/** Names a trigger's event: the same from what DingTalk delivers and from the item of an execution. */
export const eventName = (scope: string, { eventType, eventId }: IDataObject): string =>
	`${scope} ${digestOf(`${textOf(eventType)} ${textOf(eventId)}`)}`;

/** Those of this process. */
export const executionIds = new ExecutionIds();
