/** An answer of n8n's REST API that is not a success; `status` is the HTTP status. */
export class RestError extends Error {
	constructor(
		request: string,
		readonly status: number,
		body: string,
	) {
		super(`${request} answered ${status}: ${body.slice(0, 2000)}`);
		this.name = 'RestError';
	}
}

/** The editor's own REST API over one signed-in session (a cookie). */
export class Rest {
	/** @param cookie of a session that has been signed in before */
	constructor(
		private readonly url: string,
		public cookie = '',
	) {}

	/** Calls `/rest{path}` and returns the answer's `data`. */
	async call<T>(method: string, path: string, body?: object): Promise<T> {
		const response = await this.fetch(method, `/rest${path}`, body);
		const text = await response.text();
		if (!response.ok) throw new RestError(`${method} /rest${path}`, response.status, text);
		const answer: { data: T } = text ? JSON.parse(text) : {};
		return answer.data;
	}

	/** Calls any path of the n8n server with the session's cookie, and keeps the cookie that it sets. */
	async fetch(method: string, path: string, body?: object): Promise<Response> {
		const response = await fetch(this.url + path, {
			method,
			// A busy n8n closes connections that are being used again: each request has its own.
			headers: { 'content-type': 'application/json', cookie: this.cookie, connection: 'close' },
			body: body === undefined ? undefined : JSON.stringify(body),
		});
		const set = response.headers.getSetCookie().find((cookie) => cookie.startsWith('n8n-auth='));
		if (set) this.cookie = set.split(';')[0];
		return response;
	}
}
