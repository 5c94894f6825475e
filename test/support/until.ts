/** Waits until `read` gives something. */
export async function until<T>(read: () => T | undefined | false): Promise<T> {
	for (;;) {
		const value = read();
		if (value) return value;
		await new Promise((resolve) => setTimeout(resolve, 1));
	}
}
