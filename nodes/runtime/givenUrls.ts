/** URLs that answers of this execution gave: the only ones that a file may be put at. */
export class GivenUrls {
	private readonly urls = new Set<string>();

	/** Notes every http(s) URL of an answer, at any depth. */
	note(answer: unknown): void {
		const open: unknown[] = [answer];
		while (open.length > 0) {
			const value = open.pop();
			if (typeof value === 'string' && /^https?:\/\//i.test(value)) this.urls.add(value);
			else if (typeof value === 'object' && value !== null)
				for (const member of Object.values(value)) open.push(member);
		}
	}

	has(url: string): boolean {
		return this.urls.has(url);
	}
}
