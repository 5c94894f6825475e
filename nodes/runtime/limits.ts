import type { INodeProperties } from 'n8n-workflow';
import type { Field } from './field';

/** "At most N" of a field, in both languages, from the limits that its reader checks. */
export function limitsOf(field: Field | INodeProperties): { en: string; zh: string } | undefined {
	const { maxLength, maxItems } = 'maxLength' in field || 'maxItems' in field ? field : {};
	const number = (most: number) => most.toLocaleString('en-US');
	if (maxItems !== undefined) return { en: `At most ${number(maxItems)} entries`, zh: `最多 ${maxItems} 项` };
	if (maxLength !== undefined) return { en: `At most ${number(maxLength)} characters`, zh: `最多 ${maxLength} 个字符` };
	return undefined;
}
