import type { Words } from '../runtime/locale';
import { choiceWords } from '../runtime/subtitle';
import { fields } from './fields';

/** Under the trigger on the canvas: "Robot Messages, Card Callbacks · Stream". */
export const subtitleOf = (build?: Words): string =>
	`={{ $parameter["receive"].map((what) => ${choiceWords(fields, 'receive', build)}[what] ?? what).join(", ") + " · " + ${choiceWords(fields, 'connection', build)}[$parameter["connection"]] }}`;
