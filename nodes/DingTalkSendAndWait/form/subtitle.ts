import type { Words } from '../../runtime/locale';
import { choiceWords } from '../../runtime/subtitle';
import { questionFields } from './question';

/** Under the node on the canvas: "Approval · Travel expenses". */
export const subtitleOf = (build?: Words): string =>
	`={{ ${choiceWords(questionFields, 'responseType', build)}[$parameter["responseType"]] + " · " + ($parameter["subject"] || $parameter["message"]) }}`;
