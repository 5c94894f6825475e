/**
 * Whether a request was addressed to this machine by its own name. A page of another site can make its own name point
 * here (DNS rebinding) and would read the company and press the buttons; its name stands in the Host header.
 */
export const isLoopback = (host: string | undefined): boolean => {
	const name = /^(\[[\da-f:]+\]|[^:]+)(:\d+)?$/i.exec(host ?? '')?.[1]?.toLowerCase() ?? '';
	return name === 'localhost' || name === '[::1]' || /^127(\.\d{1,3}){3}$/.test(name);
};

export const MISDIRECTED = 'The sandbox answers to localhost, 127.0.0.1 and [::1] only.';
