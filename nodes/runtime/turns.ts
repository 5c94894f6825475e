/**
 * Has items that change the same thing work one after the other, in their order: each one changes what the next one finds. Items
 * that change different things work side by side.
 */
export class Turns {
	/** The items so far have been read and have their places; never rejects. */
	private placed: Promise<unknown> = Promise.resolve();
	private readonly last = new Map<string, Promise<unknown>>();

	/** @param goesOn Whether an item still has its turn when the one before it has failed; otherwise it fails with the same error. */
	constructor(private readonly goesOn: boolean) {}

	/**
	 * Works when the item's turn has come. To be called in the order of the items, with each one's values as soon as they are being read.
	 * @param subject What the item changes: items of equal subjects take turns; `undefined`: nothing that another one does.
	 */
	async take<V, T>(reading: Promise<V>, subject: (value: V) => unknown, work: (value: V) => Promise<T>): Promise<T> {
		const earlier = this.placed;
		const place = (async () => {
			await earlier;
			const value = await reading;
			const changed = subject(value);
			if (changed === undefined) return { mine: work(value) };
			const key = JSON.stringify(changed);
			const mine = this.after(this.last.get(key), async () => await work(value));
			this.last.set(key, mine);
			return { mine };
		})();
		this.placed = place.catch(() => undefined);
		return await (
			await place
		).mine;
	}

	private async after<T>(before: Promise<unknown> | undefined, work: () => Promise<T>): Promise<T> {
		await (this.goesOn ? before?.catch(() => undefined) : before);
		return await work();
	}
}
