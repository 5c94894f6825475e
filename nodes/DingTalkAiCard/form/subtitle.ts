import type { Words } from '../../runtime/locale';
import { choiceWords } from '../../runtime/subtitle';
import { fields } from './index';

/** Under the node on the canvas: where the card appears. */
export const subtitleOf = (build?: Words): string =>
	`={{ ${choiceWords(fields, 'sendTo', build)}[$parameter["sendTo"]] }}`;
