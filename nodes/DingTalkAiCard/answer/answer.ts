import { complete } from '../card/markdown';
import type { Arrival, Ending, Writer } from '../card/writer';
import type { Said } from '../model/messages';

/** n8n's agents let the model give a structured answer by this tool (`format_final_json_response`, 2.40.5). */
const FINAL_TOOL = 'format_final_json_response';

/** What stands in a card whose answer has no words. */
const NO_WORDS = '（无文字内容 No text）';

export interface AnswerRules {
	/** Whether the tools that were used stand above the text. */
	showsSteps: boolean;
	/** What the card says when it fails. */
	errorText: string;
	/** Whether the text appears while it grows. */
	grows: boolean;
}

/**
 * Where an answer is: the model works on it (`running`), its last call wants tools (`tools`), its last call said the last word so
 * far (`said`), or failed (`failed`).
 */
type State = 'running' | 'tools' | 'said' | 'failed';

const asJsonBlock = (value: unknown) => `\`\`\`json\n${JSON.stringify(value, undefined, 2)}\n\`\`\``;

/** What a structured answer shows: its only text, else its JSON. */
function wordsOf(args: unknown): string {
	const { output = args } = typeof args === 'object' && args !== null && 'output' in args ? args : {};
	return typeof output === 'string' ? output : asJsonBlock(output);
}

/** Names of tools as their nodes are called: n8n replaces blanks by "_". */
const readable = (name: string) => name.replace(/_/g, ' ');

/** One answer in one card: any number of model calls and rounds of tools, of which the newest call's words are shown. */
export class Answer {
	state: State = 'running';
	/** Whoever supplied the model that worked on it last. */
	by?: object;
	/** Ids of the tool calls that it waits for. */
	waitsFor: string[] = [];
	private run = '';
	private text = '';
	/** Words of the call before, which stay until the next one has some. */
	private before = '';
	private readonly steps: Array<{ name: string; done: boolean }> = [];

	constructor(
		private readonly writer: Writer,
		private readonly rules: AnswerRules,
	) {}

	get isOver(): boolean {
		return this.writer.ended;
	}

	began(run: string, by: object): void {
		this.run = run;
		this.by = by;
		this.state = 'running';
		this.before = this.text || this.before;
		this.text = '';
		for (const step of this.steps) step.done = true;
		this.writer.open();
		if (this.steps.length > 0) this.show();
	}

	wrote(run: string, added: string): void {
		if (run !== this.run || added === '') return;
		this.text += added;
		this.show();
	}

	ended(run: string, { text, bare, tools }: Said): void {
		if (run !== this.run) return;
		const final = tools.find(({ name }) => name === FINAL_TOOL);
		const wanted = final ? [] : tools;
		this.text = final ? wordsOf(final.args) : text || this.text || bare;
		this.waitsFor = wanted.map(({ id }) => id);
		this.state = wanted.length > 0 ? 'tools' : 'said';
		this.steps.push(...wanted.map(({ name }) => ({ name: readable(name), done: false })));
		this.show();
	}

	failed(run: string): void {
		if (run === this.run) this.state = 'failed';
	}

	/** Ends the card: done where the model has said its last word. The same again: as it ended. */
	async finish(): Promise<Arrival> {
		const ending: Ending = this.state === 'said' ? 'done' : 'failed';
		if (ending === 'failed') this.text = [this.text.trim(), this.rules.errorText].filter(Boolean).join('\n\n');
		return await this.writer.finish(this.shown() || NO_WORDS, ending);
	}

	private show(): void {
		if (this.rules.grows) this.writer.write(() => this.shown());
	}

	private shown(): string {
		const steps = this.rules.showsSteps
			? this.steps.map(({ name, done }) => `> ${done ? '✅' : '🔧'} ${name}`).join('\n>\n')
			: '';
		const words = this.text.trim() || (this.state === 'running' ? this.before.trim() : '');
		return complete([steps, words].filter(Boolean).join('\n\n'));
	}
}
