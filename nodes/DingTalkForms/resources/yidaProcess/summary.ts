import type { Json } from '../../../protocol/json';
import { objectsIn, pick } from '../../../runtime/pick';
import { headOf } from '../../flows/read';

/** What stands before the values of a process: its state, who started it, who must act. */
export const summary = (process: Json): Json => ({
	...pick(process, ['processInstanceId', 'title', 'instanceStatus', 'approvedResult']),
	...headOf(process),
	...(process.actionExecutor !== undefined && {
		actionExecutor: objectsIn(process.actionExecutor).map(({ userId }) => userId),
	}),
});
