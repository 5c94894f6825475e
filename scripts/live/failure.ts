/** What went wrong with a read, by codes and names of ours only: DingTalk's words may name people. */
import { DingTalkError, type ErrorKind } from '../../nodes/protocol/errors';
import { Lacking } from './fill';
import type { Guard } from './guard';
import { shownCode } from './names';
import { rows } from './reads';
import type { OperationResult, Outcome } from './report';

/** Permissions that the catalog knows; a message may name anything. */
const permissions = new Set<string>(rows.flatMap((row) => row.permissions ?? []));

const outcomes: Partial<Record<ErrorKind, Outcome>> = { permission: 'noPermission', refused: 'refused' };

function ofDingTalk({ facts }: DingTalkError, permission: string | undefined): Partial<OperationResult> {
	const { code, kind, scopes = [], status } = facts;
	const named = scopes.filter((scope) => permissions.has(scope));
	return {
		outcome: outcomes[kind] ?? 'failed',
		code: shownCode(code),
		errorKind: kind,
		...(status !== undefined && { status }),
		...(kind === 'permission' && { permissions: named.length > 0 ? named : permission ? [permission] : [] }),
	};
}

/** Where in our own code something went wrong: a file and a line, no words. */
const placeOf = ({ stack = '' }: Error) => /((?:nodes|credentials)\/[\w/.]+:\d+)/.exec(stack)?.[1];

/** A refusal of our form says its sentence in Chinese too. */
const isRefusedInput = (error: Error) => 'description' in error && /：/.test(String(error.description));

/** @param permission What the operation needs, where DingTalk does not say. */
export function failure(error: unknown, guard: Guard, permission: string | undefined): Partial<OperationResult> {
	if (error instanceof Lacking) return { outcome: 'notAsked', reason: `${error.field}: ${error.why}` };
	const [refused] = guard.refused;
	if (refused !== undefined)
		return { outcome: 'notAsked', reason: `needs ${refused}, which is not on the list of reads` };
	if (guard.cut) return { outcome: 'failed', reason: 'it wanted too many calls' };
	if (!(error instanceof Error)) return { outcome: 'ourFault', reason: 'our own code failed' };
	const cause = error.cause instanceof Error ? error.cause : error;
	if (cause instanceof DingTalkError) return ofDingTalk(cause, permission);
	if (isRefusedInput(error)) return { outcome: 'notAsked', reason: 'our form does not take what was read before' };
	return { outcome: 'ourFault', reason: `our own code failed at ${placeOf(cause) ?? 'an unknown place'}` };
}
