import type { Schema } from '../../nodes/catalog/types';
import type { DocParam } from './reference';

type Person = Schema['person'];

/** What a description is about: its words up to the first stop, list or note. */
const subject = (text: string) => text.split(/[。，,；;：:\n]|\s-\s|\[/)[0]?.trim() ?? '';

const UNION = /uni(?:on|no|non) ?id ?[）)]?(?:列表|集合|参数)?$/i;
const USER = /(?:user|staff) ?id ?[）)]?(?:列表|集合|参数)?$/i;
/** Ids of other people than the organisation's own, and of what is no person. */
const OTHERS =
	/服务号|外部联系人|第三方|氚云|钉外|粉丝|学生|孩子|监护人|家长|(?:设备|客户)的?(?:user|union)|上一|md5|ding ?user ?id/i;
/** A new person's id, which the caller makes up. */
const MADE_UP = /自动生成/;
const FOREIGN_NAME = /^(?:app|ding|device|third|outer|ext|child|stu)/i;

/** Which id of a person a name promises: right for every documented `…unionId` of a person and 19 of 20 `…userId`. */
export function personByName(name: string, { type }: Schema): Person {
	if (type !== 'string' || FOREIGN_NAME.test(name)) return undefined;
	if (/union_?ids?(_?list)?$/i.test(name)) return 'unionId';
	return /user_?ids?(_?list)?$/i.test(name) ? 'userId' : undefined;
}

/**
 * Which id of a person a parameter (or the entries of a list) takes: what its page says, else what its name promises.
 * A page that speaks of somebody outside the organisation, or of the other id, is believed before the name.
 */
export function personOf(
	{ name, description_zh = '' }: Pick<DocParam, 'name' | 'description_zh'>,
	schema: Schema,
): Person {
	if (schema.type !== 'string') return undefined;
	const about = subject(description_zh);
	if (OTHERS.test(about) || MADE_UP.test(description_zh)) return undefined;
	if (UNION.test(about)) return 'unionId';
	if (USER.test(about)) return 'userId';
	const promised = personByName(name, schema);
	const other = promised === 'userId' ? /union ?id/i : /user ?id/i;
	return other.test(description_zh) ? undefined : promised;
}
