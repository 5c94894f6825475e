import type { Row } from '../../nodes/catalog/types';

const READS = new Set([
	'get',
	'query',
	'list',
	'search',
	'seach',
	'count',
	'find',
	'page',
	'check',
	'is',
	'has',
	'describe',
	'retrieve',
	'calculate',
	'convert',
	'lists',
]);
/** Words that may stand before the reading verb: `batchQueryGroupMember`, `premiumGetFormSchema`. */
const BEFORE = new Set(['batch', 'multi', 'page', 'premium', 'agoal', 'hrbrain', 'inner', 'app', 'edu', 'open']);
const ACTS =
	/^(create|add|send|update|delete|remove|save|init|apply|register|upload|bind|unbind|cancel|submit|push|import|export|generate|start|stop|finish|sync|grant|copy|move|publish|reset|consume|refresh|redeem|transaction|pre|ticket|permanent)$/;
/** The legacy paths write a call's words together: `getbymobile`, `listsimple`, `send_by_template`. */
const LEGACY_READS = /^(get|list|query|search|count|simplelist|detail|info|statistics)/i;
const LEGACY_ACTS =
	/create|add(?!ress)|send|update|delete|remove|save|init|apply|register|upload|unbind|cancel|submit|grant|transaction|permanent|persistent/i;

const words = (name: string) =>
	name
		.replace(/([a-z0-9])([A-Z])/g, '$1 $2')
		.toLowerCase()
		.split(/[ _]/);
const fixed = (path: string) => path.split('/').filter((part) => part !== '' && !part.startsWith('{'));

function reads(action: string): boolean {
	const [first, second] = words(action);
	return (READS.has(first) && `${first}${second}` !== 'checkin') || (BEFORE.has(first) && READS.has(second));
}

/**
 * Whether a second identical call does no harm: reads and deletes. A POST counts as a read only where its
 * name begins with a reading verb, or its path ends with one, and no word of the name acts.
 */
export function safeOf({ method, path, host }: Pick<Row, 'method' | 'path' | 'host'>, action: string): boolean {
	if (method === 'DELETE') return true;
	const last = fixed(path).pop() ?? '';
	if (host === 'oapi') return !LEGACY_ACTS.test(last) && (method === 'GET' || LEGACY_READS.test(last));
	const acts = words(action).some((word) => ACTS.test(word));
	if (method === 'GET') return reads(action) || !acts;
	return method === 'POST' && !acts && (reads(action) || reads(last));
}
