import type { Conference } from '../../data/meeting';
import { ApiError } from '../../errors';
import type { World } from '../../world';

/** https://open.dingtalk.com/document/development/invite-users-to-join (errors) */
export const paramsError = (detail: string) => new ApiError('paramsError', `error:${detail}`);
export const refusals = {
	invalid: paramsError,
	stranger: () => new ApiError('unknownUserError', 'unknownUserError'),
};

export const conferenceOf = ({ data }: World, id: string): Conference => {
	const found = data.meeting.conferences.find(({ conferenceId }) => conferenceId === id);
	if (!found) throw paramsError('conferenceId');
	return found;
};

/** The same, where it must be going on. https://open.dingtalk.com/document/development/close-audio-video-conference (errors) */
export const runningOf = (world: World, id: string): Conference => {
	const found = conferenceOf(world, id);
	if (found.status !== 2) throw new ApiError('resourceClose', 'The meeting has ended');
	return found;
};
