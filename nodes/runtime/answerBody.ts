import { DingTalkError, networkError } from '../protocol/errors';
import { bodyText } from '../protocol/charset';
import { chunksOf, Stalled, type Incoming, type Patience } from './incoming';
import { sizeText } from './sizeText';

/**
 * Most bytes of one answer: DingTalk names no limit, and its largest pages (1,000 entries) have some MB. Reading the JSON of such a
 * size holds n8n up for some seconds (docs/verification-faults.md), and each MB takes seven of memory.
 */
export const ANSWER_LIMIT = 50 * 1024 * 1024;

const PATIENCE: Patience = { stallMs: 60_000, wholeMs: 5 * 60_000 };

const tooLarge = (host: string) =>
	new DingTalkError({
		code: 'answerSize',
		kind: 'refused',
		ours: true,
		message: `${host} sent more than ${sizeText(ANSWER_LIMIT)} as one answer, so it was left`,
	});

/**
 * The text of an answer's body, counted and timed; its connection is ended where it is too large, silent or without an end.
 * @throws DingTalkError `answerSize`, `ETIMEDOUT`; the socket's own error
 */
export async function readBody(
	incoming: Incoming,
	contentType: unknown,
	host: string,
	patience: Patience = PATIENCE,
): Promise<string> {
	const { body, connection } = incoming;
	// An error that comes while nobody reads would end the process.
	body.on('error', () => undefined);
	const read: Uint8Array[] = [];
	let size = 0;
	try {
		for await (const chunk of chunksOf(incoming, patience)) {
			size += chunk.length;
			if (size > ANSWER_LIMIT) {
				read.length = 0;
				connection.stop();
				throw tooLarge(host);
			}
			read.push(chunk);
		}
	} catch (error) {
		throw error instanceof Stalled ? networkError('ETIMEDOUT', host, undefined) : error;
	}
	const [only] = read;
	return bodyText(only !== undefined && read.length === 1 ? only : Buffer.concat(read), contentType);
}
