import type { IDataObject } from 'n8n-workflow';

/*
 * What the calls of a node's URL and its reading of the failed-events list know of each other. n8n
 * gives each of them its own copy of the static data and saves the whole copy, so that each would
 * undo what the other has written.
 */

/** Static data of the triggers that run, by node. */
const running = new Map<string, IDataObject>();

/** Says that the trigger of this node works with this static data. The returned function takes it back. */
export function shareStaticData(scope: string, data: IDataObject): () => void {
	running.set(scope, data);
	return () => {
		if (running.get(scope) === data) running.delete(scope);
	};
}

/** Changes the static data of a node: that of its running trigger if there is one, and then `own` to be the same. */
export function changeStaticData<T>(scope: string, own: IDataObject, by: (data: IDataObject) => T): T {
	const data = running.get(scope) ?? own;
	const result = by(data);
	// n8n's static data are proxies that know their parent: a copy, not the same objects in two trees.
	if (data !== own) Object.assign(own, JSON.parse(JSON.stringify(data)));
	return result;
}
