/** A card's ID that leads a click on it back to the execution that waits. */
export interface Ticket {
	readonly executionId: string;
	readonly nodeId: string;
	/** n8n's signature of the execution's address, 64 hex digits. */
	readonly signature: string;
	/** Which question of the node in its execution: in a loop it asks several times. */
	readonly round: number;
}

/*
 * The ticket is `n8n-<execution>-<node>-<signature>`, from the second question on with `.<round>`: all that the address of a
 * waiting execution has. Nothing is stored, so it
 * outlives restarts and works in every process of n8n. It carries the right to answer: it stands in no item, log or error.
 */
const PREFIX = 'n8n-';

/** A card's key has at most 100 bytes. https://open.dingtalk.com/document/development/interface-for-creating-a-card-instance */
const MOST_LETTERS = 100;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const base64 = (hex: string) => Buffer.from(hex, 'hex').toString('base64url');

/** Node ids are UUIDs, which are shorter as base64; another one stands behind a point. */
const shortened = (nodeId: string): string =>
	UUID.test(nodeId) ? base64(nodeId.replaceAll('-', '')) : `.${Buffer.from(nodeId).toString('base64url')}`;

function nodeIdOf(text: string): string {
	if (text.startsWith('.')) return Buffer.from(text.slice(1), 'base64url').toString();
	return Buffer.from(text, 'base64url')
		.toString('hex')
		.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

const textOf = ({ executionId, nodeId, signature, round }: Ticket): string =>
	`${PREFIX}${executionId}-${shortened(nodeId)}-${base64(signature)}${round > 1 ? `.${round}` : ''}`;

const LIKE_A_TICKET = /^n8n-[A-Za-z0-9]+-([\w-]{22}|\.[\w-]+)-/;

/**
 * Whether a card's ID means to be a ticket, genuine or not: such a click never starts a workflow. A card of the user's own whose
 * ID only begins alike (`n8n-order-17`) is none.
 */
export const isTicket = (outTrackId: unknown): outTrackId is string =>
	typeof outTrackId === 'string' && LIKE_A_TICKET.test(outTrackId);

/** The ticket of a waiting execution, by its signed address; undefined where a card's ID has no room for it. */
export function ticketFor(resumeUrl: string, round: number): string | undefined {
	const { pathname, searchParams } = new URL(resumeUrl);
	const [nodeId = '', executionId = ''] = pathname.split('/').reverse().map(decodeURIComponent);
	const ticket = textOf({ executionId, nodeId, signature: searchParams.get('signature') ?? '', round });
	return ticket.length <= MOST_LETTERS && readTicket(ticket) ? ticket : undefined;
}

/** What a ticket says; undefined for one that is cut, or written in another way than `ticketFor` writes it. */
export function readTicket(text: string): Ticket | undefined {
	const parts = /^n8n-([A-Za-z0-9]+)-([\w-]{22}|\.[\w-]+)-([\w-]{43})(?:\.(\d+))?$/.exec(text);
	if (!parts) return undefined;
	const [, executionId = '', node = '', signature = '', round = '1'] = parts;
	const ticket = {
		executionId,
		nodeId: nodeIdOf(node),
		signature: Buffer.from(signature, 'base64url').toString('hex'),
		round: Number(round),
	};
	return textOf(ticket) === text ? ticket : undefined;
}

/** Where a ticket's execution waits: `base` is the beginning of n8n's addresses for that, `https://…/webhook-waiting`. */
export const addressOf = ({ executionId, nodeId, signature }: Ticket, base: string): string =>
	`${base}/${executionId}/${encodeURIComponent(nodeId)}?signature=${signature}`;
