import type { Editor } from './editor';

/** What a builder would dislike at the sight of the open form: error marks, cut labels, a horizontal scroll bar. */
export async function blemishes(editor: Editor): Promise<string[]> {
	return await editor.byId('node-parameters').evaluate((form) => {
		const isCut = (element: Element) => element.scrollWidth > element.clientWidth + 1;
		const textOf = (element: Element) => element.textContent?.trim().slice(0, 60) ?? '';
		const marks = form.querySelectorAll('.has-issues, .parameter-issues, [data-test-id=parameter-issues]');
		const labels = form.querySelectorAll('label.n8n-input-label span');
		return [
			...Array.from(marks).map((mark) => `error mark at ${textOf(mark.closest('.parameter-item') ?? mark)}`),
			...Array.from(labels)
				.filter(isCut)
				.map((label) => `cut label ${textOf(label)}`),
			...(isCut(form) ? ['horizontal scroll bar'] : []),
		];
	});
}
