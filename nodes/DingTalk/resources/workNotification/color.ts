import { InputError } from '../../../runtime/operation';

/**
 * A colour as DingTalk writes it: eight hexadecimal digits, opacity first (`FFFF6A00`). Accepts `#FF6A00`, `FF6A00`, `0xFFFF6A00`.
 * @param field displayName of the field, for the error.
 */
export function argb(field: string, colour: string): string {
	const digits = /^(?:#|0x)?([\da-f]{8}|[\da-f]{6})$/i.exec(colour.trim())?.[1];
	if (digits === undefined)
		throw new InputError(
			field,
			`"${colour}" is not a color like FFFF6A00 or #FF6A00`,
			`“${colour}”不是有效的颜色，例如 FFFF6A00 或 #FF6A00`,
		);
	return (digits.length === 6 ? `FF${digits}` : digits).toUpperCase();
}

/** The status bar's colour, `0xFF78C06E`: the chosen one or the custom one beside it. */
export const statusColor = (choice: string | undefined, custom: string | undefined): string =>
	choice === 'custom' ? `0x${argb('Custom Status Color', custom ?? '')}` : `0x${argb('Status Color', choice ?? '')}`;
