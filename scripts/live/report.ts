/** The report of a run: names of ours and of the catalog, types and codes; no value of the organisation. */
import type { ErrorKind } from '../../nodes/protocol/errors';
import type { Finding, Shape } from './compare';
import type { Simplified } from './simplified';

/** Something in an answer that is not as documented; `endless`: a list that does not end. */
export interface Contradiction extends Omit<Finding, 'kind'> {
	kind: Exclude<Finding['kind'], 'missing'> | 'endless';
}

/** What came of one route, over all operations that called it. */
export interface RouteResult {
	/** `POST /topapi/v2/user/get`. */
	route: string;
	calls: number;
	/** Documentation page. */
	docs?: string;
	/** Whether the catalog has a schema of its answer. */
	documented: boolean;
	contradictions: Contradiction[];
	/** Documented, and in none of the answers: DingTalk leaves out what is empty. */
	missing: string[];
	/** The good answers, by their types; absent: there was none. */
	shape?: Shape;
}

/**
 * `works`; `noPermission`; `refused`: DingTalk said no, mostly because there is nothing of the kind; `failed`: DingTalk or the
 * network did not do it; `notAsked`: it needs an ID that nobody has named; `ourFault`: our own code failed.
 */
export type Outcome = 'works' | 'noPermission' | 'refused' | 'failed' | 'notAsked' | 'ourFault';

/** What came of one operation. */
export interface OperationResult {
	/** `dingTalkToDo todo getAll`. */
	id: string;
	outcome: Outcome;
	/** Whether its output had entries. */
	entries?: 'none' | 'some';
	/** Calls that went out for it. */
	calls: number;
	/** The last route that it called. */
	route?: string;
	/** Why it was not asked, or where our code failed. */
	reason?: string;
	/** DingTalk's code. */
	code?: string;
	errorKind?: ErrorKind;
	/** Status of HTTP. */
	status?: number;
	/** What to apply for. */
	permissions?: string[];
	simplify?: Simplified;
}

export interface Report {
	/** Of this package. */
	version: string;
	/** Of Node.js. */
	node: string;
	/** Whether the hosts are DingTalk's public ones. */
	publicHosts: boolean;
	/** Calls that went out; those for tokens apart. */
	calls: number;
	/** How many of them the monthly quota does not count. */
	quotaFree: number;
	tokens: number;
	/** Why the run was ended before all was read. */
	ended?: ErrorKind;
	operations: OperationResult[];
	routes: RouteResult[];
}

/** Permissions that the app lacks, with the operations that need them. */
export function lackingPermissions({ operations }: Report): Array<[permission: string, ids: string[]]> {
	const found = new Map<string, string[]>();
	for (const { id, outcome, permissions = [] } of operations)
		if (outcome === 'noPermission')
			for (const permission of permissions.length > 0 ? permissions : ['?'])
				found.set(permission, [...(found.get(permission) ?? []), id]);
	return [...found].sort(([a], [b]) => a.localeCompare(b));
}
