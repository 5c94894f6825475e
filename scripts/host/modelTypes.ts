/** One call of the model, in OpenAI's words whoever asks. */
export interface Request {
	messages: Array<{ role: string; content?: unknown }>;
	tools?: Array<{ function: { name: string; description?: string; parameters: unknown } }>;
	stream?: boolean;
}

/** What a chat model answers: a call of a tool, its last word, or both. */
export interface Answer {
	tool?: string;
	arguments?: object;
	content?: string;
	/** Milliseconds before each word, where it streams. */
	everyMs?: number;
	/** HTTP status of a refusal, or where it streams, of a connection that is cut in the middle. */
	status?: number;
}

/** How a protocol puts an answer: as one JSON, or as the lines of a stream, of which those with text wait. */
export interface Protocol {
	requestOf: (body: unknown) => Request;
	whole: (answer: Answer, id: number) => object;
	pieces: (answer: Answer, id: number) => Iterable<{ line: string; isText: boolean }>;
}
