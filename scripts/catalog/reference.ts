import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One parameter row of a documentation page; `parent` is the dotted path of the containing object. */
export interface DocParam {
	name: string;
	type: string;
	required?: boolean;
	example?: string | null;
	description_zh?: string;
	refs?: string[];
	parent: string | null;
	parent_guess?: string;
	nesting: string;
}

/** One documented operation (a line of `apis-docs.jsonl`). */
export interface DocOperation {
	slug: string;
	doc_url: string;
	title_zh: string;
	breadcrumb: string[];
	archived: boolean;
	method: string;
	host: 'api' | 'oapi';
	path: string;
	path_corrected: string | null;
	path_note: string | null;
	token: 'header' | 'query' | 'signature' | 'suite_access_token' | 'none';
	content_type: string | null;
	permissions: string[];
	app_types: string[];
	replaced_by: Array<{ slug: string; title: string; resolved: string | null }>;
	headers: DocParam[];
	path_params: DocParam[];
	query_params: DocParam[];
	body_params: DocParam[];
	response_params: DocParam[];
	request_query_example: unknown;
	request_example: unknown;
	response_example: unknown;
	body_is_array: boolean;
	quota_exempt: boolean;
	sdk: { module: string; operation: string } | null;
	legacy_sdk_class: string | null;
}

/** A type tree of one of the two official SDKs. */
export interface SdkNode {
	name?: string;
	type: string;
	items?: SdkNode;
	values?: SdkNode;
	properties?: SdkNode[];
	required?: boolean;
	example?: string;
	serialize?: string;
	max_list_size?: number;
	description_zh?: string;
}

/** One operation of the official SDK of the new API (a line of `apis-sdk.jsonl`). */
export interface SdkOperation {
	product: string;
	module: string;
	version: string;
	operation: string;
	summary: string;
	method: string;
	path: string;
	path_params: SdkNode[];
	token: string;
	headers: SdkNode[];
	query: SdkNode[];
	body_style: 'object' | 'array' | 'raw' | null;
	body: SdkNode | null;
	req_body_type: string;
	response: SdkNode | null;
}

/** One request class of the legacy Java SDK (a line of `apis-legacy-sdk.jsonl`). */
export interface LegacyClass {
	class: string;
	top_method: string;
	upload: boolean;
	params: SdkNode[];
	response: SdkNode | null;
}

export interface ParamLimit {
	slug: string;
	in: string;
	param: string;
	limits: Array<{ keyword: string; value: number; unit: string | null }>;
}

export interface Reference {
	docs: DocOperation[];
	sdk: SdkOperation[];
	legacy: LegacyClass[];
	limits: ParamLimit[];
}

function lines<T>(folder: string, file: string): T[] {
	return readFileSync(join(folder, file), 'utf8')
		.split('\n')
		.filter((line) => line !== '')
		.map((line) => JSON.parse(line) as T);
}

/** Reads the reference folder (see its README.md); throws when a file is missing. */
export function readReference(folder: string): Reference {
	return {
		docs: lines(folder, 'apis-docs.jsonl'),
		sdk: lines(folder, 'apis-sdk.jsonl'),
		legacy: lines(folder, 'apis-legacy-sdk.jsonl'),
		limits: lines(folder, 'param-limits.jsonl'),
	};
}
