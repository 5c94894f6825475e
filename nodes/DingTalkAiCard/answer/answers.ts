import type { Listener } from '../model/listen';
import type { Answer } from './answer';

/** Who asks the model, as far as it decides which of its calls belong to one answer. */
export interface Asker {
	/** How many items it works on. */
	items: number;
	/** Whether n8n runs its tools between two executions of it, so that it asks for the model again (Agent from version 3 on). */
	comesBack: boolean;
	/** Whether it asks for the model once for all its items (agents), or once for each (chains). */
	asksOnce: boolean;
}

/** What one supplied model has done so far. */
export interface Supplied {
	asker: Asker;
	/** Answers that it worked on, in their order. */
	answers: Answer[];
	/** The answer of each of its calls. */
	ofRun: Map<string, Answer>;
}

/**
 * The answers of one AI Card node in one execution. n8n tells a sub-node neither the item nor the round that it is asked for, so
 * that both are told from the calls: with one item all calls are one answer; with several each model that is supplied (chains), or
 * each new question to it (agents), is the next item's.
 */
export class Answers {
	readonly all: Answer[] = [];
	private chained = 0;

	constructor(private readonly make: () => Answer) {}

	/** A model is being supplied. */
	supplied = (asker: Asker): Supplied => ({ asker, answers: [], ofRun: new Map() });

	/** Notes what the supplied model does. */
	listener(model: Supplied): Listener {
		const of = (run: string) => model.ofRun.get(run);
		return {
			began: (run, answered) => {
				const answer = this.answerFor(model, answered);
				// An answer that is over is not written again: n8n's agent asks finished items anew when others had tools to run.
				if (answer.isOver) return;
				model.ofRun.set(run, answer);
				answer.began(run, model);
			},
			wrote: (run, added) => of(run)?.wrote(run, added),
			ended: (run, said) => of(run)?.ended(run, said),
			failed: (run) => of(run)?.failed(run),
		};
	}

	/** Answers that end now that the asker is done with the model. One that waits for tools is gone on with, where the asker comes back. */
	over(model: Supplied): Answer[] {
		return this.all.filter((answer) => {
			if (answer.isOver) return false;
			const isMine = answer.by === model;
			// A model that was supplied and not asked: the agent gave up, as it does after its most rounds.
			if (!isMine) return answer.state === 'tools' && !model.answers.includes(answer) && model.asker.comesBack;
			return answer.state !== 'tools' || !model.asker.comesBack;
		});
	}

	private answerFor(model: Supplied, answered: string[]): Answer {
		const known = this.goneOnWith(model, answered);
		if (known) return known;
		const place = this.place(model);
		for (const before of model.answers) if (before.state === 'said' || before.state === 'failed') void before.finish();
		const answer = (this.all[place] ??= this.make());
		model.answers.push(answer);
		return answer;
	}

	/** The answer that this model has begun already. */
	private goneOnWith({ asker, answers }: Supplied, answered: string[]): Answer | undefined {
		if (asker.items === 1 || !asker.asksOnce) return answers[0];
		return answers.find(({ state, waitsFor }) => state === 'tools' && waitsFor.some((id) => answered.includes(id)));
	}

	private place({ asker, answers }: Supplied): number {
		if (asker.items === 1) return 0;
		return asker.asksOnce ? answers.length : this.chained++;
	}
}
