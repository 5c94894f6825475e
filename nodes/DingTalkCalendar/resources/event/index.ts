import type { Resource } from '../../../runtime/operation';
import hints from '../hints.json';
import { addAttendees } from './addAttendees';
import { create } from './create';
import { remove } from './delete';
import { get } from './get';
import { getAll } from './getAll';
import { getAttendees } from './getAttendees';
import { getChanges } from './getChanges';
import { getSignInLink } from './getSignInLink';
import { getSignIns } from './getSignIns';
import { getSignOutLink } from './getSignOutLink';
import { getSignOuts } from './getSignOuts';
import { getView } from './getView';
import { removeAttendees } from './removeAttendees';
import { respond } from './respond';
import { signIn } from './signIn';
import { signOut } from './signOut';
import { update } from './update';

export const event: Resource = {
	name: 'Event',
	value: 'event',
	description: 'Meetings and appointments in DingTalk calendars',
	operations: [
		create,
		getAll,
		getView,
		get,
		update,
		remove,
		addAttendees,
		removeAttendees,
		getAttendees,
		respond,
		getChanges,
		getSignInLink,
		getSignIns,
		signIn,
		getSignOutLink,
		getSignOuts,
		signOut,
	],
	zh: { name: '日程', description: '钉钉日历中的日程' },
	hints,
};
