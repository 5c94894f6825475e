/** Draws the icons of one family: each glyph on the same bubble, once for light and once for dark surroundings. */
import { glyphs, type Glyph } from './glyphs';

/** A square with round corners and the tail of a speech bubble. */
const GROUND = 'M18 0h24a18 18 0 0 1 18 18v24a18 18 0 0 1-18 18H6a6 6 0 0 1-6-6V18A18 18 0 0 1 18 0z';

const channels = (color: string) => [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));

/** `share` of the first colour, the rest of the second. */
const mix = (first: string, second: string, share: number): string => {
	const [a, b] = [channels(first), channels(second)];
	return `#${a
		.map((value, i) =>
			Math.round(value * share + (b[i] ?? 0) * (1 - share))
				.toString(16)
				.padStart(2, '0'),
		)
		.join('')}`;
};

const palettes = {
	light: (color: string) => ({ ground: color, main: '#ffffff', soft: mix('#ffffff', color, 0.62) }),
	dark: (color: string) => ({
		ground: mix(color, '#101318', 0.55),
		main: mix('#ffffff', color, 0.86),
		soft: mix(color, '#ffffff', 0.5),
	}),
};

function draw({ color, drawing }: Glyph, theme: keyof typeof palettes): string {
	const palette = palettes[theme](color);
	const colored = drawing
		.replace(/ stroke="/g, ' fill="none" stroke="')
		.replace(
			/(fill|stroke)="(main|soft|ground)"/g,
			(_, how: string, name: keyof typeof palette) => `${how}="${palette[name]}"`,
		);
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 60"><path fill="${palette.ground}" d="${GROUND}"/><g stroke-width="4" stroke-linecap="round" stroke-linejoin="round">${colored}</g></svg>\n`;
}

/** Every icon by its file name. */
export const icons = (): Map<string, string> =>
	new Map(
		Object.entries(glyphs).flatMap(([name, glyph]) => [
			[`${name}.svg`, draw(glyph, 'light')],
			[`${name}.dark.svg`, draw(glyph, 'dark')],
		]),
	);
