import type { Page, Request } from 'playwright-core';

/** What the open form has asked n8n for (lists, choices, columns) and not got yet. */
export class FormRequests {
	private readonly asked = new Set<Request>();

	constructor(page: Page) {
		page.on('request', (request) => request.url().includes('/dynamic-node-parameters/') && this.asked.add(request));
		page.on('requestfinished', (request) => this.asked.delete(request));
		page.on('requestfailed', (request) => this.asked.delete(request));
	}

	get areAnswered(): boolean {
		return this.asked.size === 0;
	}
}
