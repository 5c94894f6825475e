import { pasted } from '../../protocol/pasted';
import type { Field, FieldType, Reading } from '../field';
import { InputError } from '../inputError';
import { boolean } from './boolean';
import { choice, choices } from './choice';
import { collection } from './collection';
import { file } from './file';
import { group } from './group';
import { json } from './json';
import type { Kind } from './kind';
import { list } from './list';
import { locator } from './locator';
import { mapper } from './mapper';
import { moment } from './moment';
import { notice } from './notice';
import { number } from './number';
import { people } from './people';
import { text } from './text';

/** The kind of every type of field; a type without one does not compile. */
const byType: { [T in FieldType]: Kind } = {
	boolean,
	collection,
	color: text,
	dateTime: moment,
	fixedCollection: group,
	json,
	multiOptions: choices,
	notice,
	number,
	options: choice,
	resourceLocator: locator,
	resourceMapper: mapper,
	string: text,
};

/** What our extras make of a field goes before n8n's type of it. */
export function kindOf(field: Field): Kind {
	if (field.person) return people;
	if (field.list) return list;
	if (field.binary) return file;
	return byType[field.type];
}

/**
 * Labels of the credential's form, without what stands in brackets there: the sentence about a missing value says where else it may
 * be given. A test compares them with the form (test/credentials/words.test.ts).
 */
export const credentialFields: Record<NonNullable<Field['fallback']>, { en: string; zh: string }> = {
	agentId: { en: 'Agent ID', zh: 'AgentId' },
	robotCode: { en: 'Robot Code', zh: '机器人编码' },
	defaultOperator: { en: 'Default Operator', zh: '默认操作人' },
	corpId: { en: 'Corp ID', zh: '企业 ID' },
	callbackToken: { en: 'Callback Token', zh: '回调 Token' },
	callbackAesKey: { en: 'Callback AES Key', zh: '回调 AES Key' },
};

/** @throws InputError for a value that has to be there, which says where else it may stand */
export function refuseMissing({ displayName, fallback }: Field): never {
	const elsewhere = fallback ? credentialFields[fallback] : undefined;
	throw new InputError(
		displayName,
		elsewhere
			? `is empty. Fill it in here, or fill in "${elsewhere.en}" of the DingTalk credential`
			: 'is empty, but DingTalk needs it',
		// Both labels, since only the Chinese build shows the Chinese one.
		elsewhere ? `为空。请在此处填写，或在钉钉凭证中填写“${elsewhere.zh}（${elsewhere.en}）”` : '为空，但钉钉要求必填',
	);
}

/** The value of one field, from its raw parameter or the credential. @throws InputError naming the field. */
export async function readField(field: Field, raw: unknown, reading: Reading): Promise<unknown> {
	const kind = kindOf(field);
	const stand = kind.isEmpty(field, raw) && field.fallback ? pasted(reading.credential[field.fallback]) : raw;
	if (!kind.isEmpty(field, stand)) return await kind.read(field, stand, reading, readField);
	if (field.required) refuseMissing(field);
	return kind.untouched?.(field);
}
