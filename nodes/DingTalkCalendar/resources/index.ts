import type { Resource } from '../../runtime/operation';
import { calendar } from './calendar';
import { event } from './event';
import { meetingRoom } from './meetingRoom';
import { meetingRoomGroup } from './meetingRoomGroup';

/** The table of resources, one line each. */
export const resources: readonly Resource[] = [event, calendar, meetingRoom, meetingRoomGroup];
