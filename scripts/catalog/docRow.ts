import type { Row, Schema } from '../../nodes/catalog/types';
import { appsOf, authOf, TOKEN_PARAMS } from './auth';
import { overlay } from './docTree';
import type { DocOperation, DocParam, LegacyClass, SdkNode, SdkOperation } from './reference';
import { fromSdk, membersFromSdk } from './sdkTree';

type Members = Record<string, Schema>;

/** What the SDKs know about a documented operation. */
export interface Witness {
	sdk?: SdkOperation;
	legacy?: LegacyClass;
}

/** A documented operation without id and names, and what the page and the SDK disagree on. */
export interface Drafted {
	row: Omit<Row, 'id' | 'name' | 'zh'>;
	disagreements: string[];
}

const UPLOADS = /^\/(media\/upload|file\/upload\/(chunk|single))$/;

const filled = (members: Members): Members | undefined => (Object.keys(members).length > 0 ? members : undefined);

function flat(known: SdkNode[] | undefined, params: DocParam[], disagree: (path: string, words: string) => void): Members {
	const root: Schema = { type: 'object', properties: membersFromSdk(known ?? []) };
	return overlay(root, params, (path, documented, sdk) => disagree(path, `${documented}, SDK ${sdk}`)).properties ?? {};
}

/** The legacy SDK knows members, but writes lists as comma text: only its nested objects are taken. */
function legacyNodes(params: DocParam[], legacy: LegacyClass | undefined): SdkNode[] {
	const named = new Set(params.filter((param) => param.parent === null).map((param) => param.name));
	return (legacy?.params ?? []).filter((node) => named.has(node.name ?? '') && (node.properties ?? node.items?.properties));
}

/** Turns one page, with what the SDKs know of it, into a row. */
export function draft(doc: DocOperation, { sdk, legacy }: Witness): Drafted {
	const disagreements: string[] = [];
	const disagree = (place: string) => (path: string, words: string) => disagreements.push(`${place} ${path}: page ${words}`);
	const auth = authOf(doc);
	const keep = ({ name }: DocParam) => auth !== undefined || !TOKEN_PARAMS.includes(name);
	const shape = (place: string, known: Schema | undefined, params: DocParam[]) =>
		overlay(known ?? { type: 'object' }, params, (path, documented, other) => disagree(place)(path, `${documented}, SDK ${other}`));

	const headers = filled(flat(undefined, doc.headers.filter(keep), disagree('header')));
	const pathParams = filled(flat(sdk?.path_params, doc.path_params, disagree('path')));
	for (const schema of Object.values(pathParams ?? {})) schema.required = true;
	const query = filled(flat(sdk?.query, doc.query_params.filter(keep), disagree('query')));
	const bodyKnown: Schema | undefined = sdk?.body
		? fromSdk(sdk.body)
		: doc.body_is_array ? { type: 'array' } : { type: 'object', properties: membersFromSdk(legacyNodes(doc.body_params, legacy)) };
	const body = doc.body_params.length > 0 || sdk?.body ? shape('body', bodyKnown, doc.body_params) : undefined;
	const answer = sdk?.response ?? legacy?.response;
	const response = doc.response_params.length > 0 || answer ? shape('response', answer ? fromSdk(answer) : undefined, doc.response_params) : undefined;

	return {
		disagreements,
		row: {
			method: doc.method as Row['method'],
			host: doc.host,
			path: doc.path_corrected ?? doc.path,
			docs: doc.doc_url,
			permissions: doc.permissions.length > 0 ? doc.permissions : undefined,
			apps: appsOf(doc).length > 0 ? appsOf(doc) : undefined,
			auth,
			// The curl samples of legacy pages say form-urlencoded; the official Java SDK posts JSON to the same addresses.
			content: UPLOADS.test(doc.path) ? 'multipart' : undefined,
			archived: doc.archived || undefined,
			pathParams,
			query,
			headers,
			body,
			response,
			quotaFree: doc.quota_exempt || undefined,
		},
	};
}
