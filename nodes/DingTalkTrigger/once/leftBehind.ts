import type { IRunExecutionData, ITriggerFunctions } from 'n8n-workflow';

import { readExecution } from './executionEnd';
import { eventName } from './executionIds';
import type { Ledger } from './ledger';
import { workers } from './workers';

/*
 * n8n saves the static data with an event, and a worker says only then in which execution the event runs. So
 * a crash leaves executions whose ids are not noted: those since the last event. Ids count upwards, so that
 * the executions after the last one noted are looked through for the event.
 */

/** So many ids in a row without an execution: after the newest. A refused key uses up an id, so gaps are ordinary. */
const GAP = 200;

/** So many are read for one event at most: beyond that they are other workflows', and too many. */
const MOST_READ = 2_000;

/** So many before the first one of this process are looked through where none was noted. */
const LOOK_BACK = 500;

/** Where to look, by ids of executions. */
interface Range {
	/** The newest that was known when n8n was given the event. */
	readonly after?: number;
	/** The first one that a worker has begun for this process; without workers there is none. */
	readonly before: number;
}

/** The events that a trigger's execution was started with. */
function eventsOf(data: IRunExecutionData, scope: string, nodeId: string, nodeName: string): string[] {
	const waiting = data.executionData?.nodeExecutionStack.filter(({ node }) => node.id === nodeId) ?? [];
	const items = [
		...waiting.flatMap((entry) => entry.data.main?.[0] ?? []),
		...(data.resultData.runData?.[nodeName] ?? []).flatMap((task) => task.data?.main?.[0] ?? []),
	];
	return items.map(({ json }) => eventName(scope, json));
}

/** The executions that a crash has left behind, by the events of one trigger. */
export class LeftBehind {
	private readonly read = new Map<number, Promise<string[] | undefined>>();

	constructor(
		private readonly context: ITriggerFunctions,
		private readonly ledger: Ledger,
	) {}

	/** The execution that an event was left in: as it is noted, or else as it is found, which is noted then. `event` names trigger and event. */
	async executionOf(event: string, key: string): Promise<string | undefined> {
		const { ledger } = this;
		const known = ledger.executionOf(key);
		if (known !== undefined) return known;
		const found = await this.find(event, { after: ledger.executionsAfter(key), before: workers.firstHeard });
		if (found !== undefined) ledger.runsIn(key, found);
		return found;
	}

	/** The newest execution of an event in this range, if there is one. */
	private async find(event: string, { after, before }: Range): Promise<string | undefined> {
		const last = Number.isSafeInteger(before) ? before : Infinity;
		const from = after ?? (last === Infinity ? undefined : Math.max(0, last - LOOK_BACK));
		if (from === undefined) return undefined;
		let found: string | undefined;
		let missing = 0;
		for (let id = from + 1; id < last && missing < GAP && id <= from + MOST_READ; id++) {
			const events = await this.eventsIn(id);
			missing = events ? 0 : missing + 1;
			if (events?.includes(event)) found = String(id);
		}
		return found;
	}

	/** undefined: there is no such execution. */
	private async eventsIn(id: number): Promise<string[] | undefined> {
		const known = this.read.get(id);
		if (known) return await known;
		const { id: nodeId, name } = this.context.getNode();
		const reading = readExecution(this.context, String(id))
			.then((found) =>
				found === 'gone' || found === 'unreadable' ? undefined : eventsOf(found, this.ledger.scope, nodeId, name),
			)
			// Other workflows' executions are read too: one of another shape has none of these events.
			.catch(() => []);
		this.read.set(id, reading);
		return await reading;
	}
}
