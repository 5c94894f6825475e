/** Frames of Stream mode: JSON texts whose `data` is again a JSON text. */

export interface Frame {
	specVersion: '1.0';
	type: 'SYSTEM' | 'EVENT' | 'CALLBACK';
	headers: Record<string, string>;
	data: string;
}

export interface Ack {
	code?: number;
	headers?: { messageId?: string };
	message?: string;
	data?: string;
}

export interface Subscription {
	type: string;
	topic: string;
}

export const systemFrame = (topic: string, messageId: string, now: number, data: object = {}): Frame => ({
	specVersion: '1.0',
	type: 'SYSTEM',
	headers: { topic, messageId, contentType: 'application/json', time: String(now) },
	data: JSON.stringify(data),
});

export const parseAck = (text: string): Ack | undefined => {
	try {
		const value: unknown = JSON.parse(text);
		return typeof value === 'object' && value !== null ? (value as Ack) : undefined;
	} catch {
		return undefined;
	}
};

/** The JSON inside an ack's `data`; undefined when it is not a text that holds an object. */
export const ackData = ({ data }: Ack): Record<string, unknown> | undefined => {
	if (typeof data !== 'string') return undefined;
	return parseAck(data) as Record<string, unknown> | undefined;
};
