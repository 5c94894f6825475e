import type { CallbackSender } from '../callback';
import type { FailedEvent } from '../events';
import type { Pace } from '../limits';
import type { Gateway } from '../stream/gateway';
import type { Tokens } from '../tokens';
import type { Route, World } from '../world';
import { aiTableRoutes } from './aiTable';
import { approvalRoutes } from './approval';
import { attendanceRoutes } from './attendance';
import { authRoutes } from './auth';
import { calendarRoutes } from './calendar';
import { cardRoutes } from './card';
import type { CardCallbacks } from './cardCallback';
import { contactRoutes } from './contacts';
import { driveRoutes } from './drive';
import { eventSubscriptionRoutes } from './eventSubscription';
import { groupRobotRoutes } from './groupRobot';
import { mediaRoutes } from './media';
import { robotRoutes } from './robot';
import type { RobotFiles } from './robotFile';
import type { Sessions } from './session';
import { streamRoutes } from './stream';
import { todoRoutes } from './todo';
import { userRoutes } from './user';
import { workNotificationRoutes } from './workNotification';
import { workRecordRoutes } from './workRecord';

export interface Parts {
	world: World;
	tokens: Tokens;
	pace?: Pace;
	sender: CallbackSender;
	failedEvents: FailedEvent[];
	gateway: Gateway;
	sessions: Sessions;
	files: RobotFiles;
	cardCallbacks: CardCallbacks;
}

/** Every operation that is really carried out; all others are answered by their schema. */
export const createRoutes = ({
	world,
	tokens,
	pace,
	sender,
	failedEvents,
	gateway,
	sessions,
	files,
	cardCallbacks,
}: Parts): Route[] => [
	...authRoutes(tokens),
	...userRoutes(world),
	...contactRoutes(world),
	...todoRoutes(world),
	...workRecordRoutes(world),
	...workNotificationRoutes(world),
	...groupRobotRoutes(world, (token) => pace?.robot(token)),
	...robotRoutes(world),
	...sessions.routes(),
	...files.routes(),
	...cardRoutes(world),
	...cardCallbacks.routes(),
	...mediaRoutes(world),
	...approvalRoutes(world),
	...attendanceRoutes(world),
	...eventSubscriptionRoutes(world, sender, failedEvents),
	...calendarRoutes(world),
	...aiTableRoutes(world),
	...driveRoutes(world),
	...streamRoutes(gateway),
];
