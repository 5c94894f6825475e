import type { Field } from '../field';
import { isBlank, type Kind } from './kind';

/** Extensions that DingTalk takes, by the words of the field that names the file. */
const extensionFor = ({ displayName, displayOptions }: Field) => {
	const words = `${displayName} ${JSON.stringify(displayOptions ?? {})}`;
	return /image|picture/i.test(words)
		? 'png'
		: /voice|audio/i.test(words)
			? 'mp3'
			: /video/i.test(words)
				? 'mp4'
				: 'pdf';
};

/** A binary property of the item: its file. */
export const file: Kind = {
	isEmpty: (_, raw) => isBlank(raw),
	read: async (_, raw, { binary }) => await binary(String(raw).trim()),
	sample: (field) => ({
		name: `a.${extensionFor(field)}`,
		mimeType: 'application/octet-stream',
		size: 3,
		source: undefined,
		open: async () => await Promise.resolve(Buffer.from('abc')),
	}),
};
