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
import { cardStageRoutes } from './cardStage';
import { cardTemplateRoutes } from './cardTemplates';
import type { CardCallbacks } from './cardCallback';
import { contactRoutes } from './contacts';
import { crmRoutes } from './crm';
import { dingRoutes } from './ding';
import { documentRoutes } from './documents';
import { driveRoutes } from './drive';
import { eventSubscriptionRoutes } from './eventSubscription';
import { groupRoutes } from './group';
import { groupRobotRoutes } from './groupRobot';
import { hrRoutes } from './hr';
import { mailRoutes } from './mail';
import { mediaRoutes } from './media';
import { meetingRoutes } from './meeting';
import { reportRoutes } from './report';
import { teambitionRoutes } from './project';
import { robotRoutes } from './robot';
import { robotMessageRoutes } from './robotMessages';
import type { RobotFiles } from './robotFile';
import type { Sessions } from './session';
import { spreadsheetRoutes } from './spreadsheet';
import { streamRoutes } from './stream';
import { todoRoutes } from './todo';
import { userRoutes } from './user';
import { workNotificationRoutes } from './workNotification';
import { workRecordRoutes } from './workRecord';
import { formRoutes } from './yida';

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

/**
 * Every operation that the sandbox really carries out, by product; any other one of the catalog answers by its schema.
 *
 * To add a resource:
 * 1. Give its things a place: a type and a seed in `../data/<product>.ts`, a line in `../data/index.ts`. Tests reach
 *    them as `sandbox.data.<product>`. A resource that nobody else looks into needs none: it takes `seed`.
 * 2. Write `<product>.ts` (a folder, when it passes 300 lines) with a `collection` for create, list, get, update and
 *    delete. It says what the catalog does not know: the id, what a call sees, DingTalk's own errors. Checks of the
 *    request, persons, paging and the shape of answers come from the catalog's row.
 *
 *        export const shiftRoutes = (world: World): Route[] =>
 *        	collection(world, {
 *        		id: 'groupId',
 *        		seed: [{ groupId: 1, groupName: 'a' }],
 *        		missing: () => new ApiError('group.not.found', 'Group Not Found'),
 *        		list: { route: 'GET /v1.0/rooms/groupLists' },
 *        		get: { route: 'GET /v1.0/rooms/groups/{groupId}' },
 *        	});
 *
 * 3. What DingTalk does in a way of its own is an `operation` beside it.
 * 4. Add the product's line to the table below, and a test that ends with `strayAnswers` (`test/sandbox/answers.ts`):
 *    it finds members of answers that no page has.
 */
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
	...hrRoutes(world),
	...reportRoutes(world),
	...todoRoutes(world),
	...workRecordRoutes(world),
	...workNotificationRoutes(world),
	...groupRobotRoutes(world, (token) => pace?.robot(token)),
	...robotRoutes(world),
	...robotMessageRoutes(world),
	...groupRoutes(world),
	...dingRoutes(world),
	...sessions.routes(),
	...files.routes(),
	...cardRoutes(world),
	...cardStageRoutes(world),
	...cardTemplateRoutes(),
	...cardCallbacks.routes(),
	...mailRoutes(world),
	...mediaRoutes(world),
	...approvalRoutes(world),
	...attendanceRoutes(world),
	...eventSubscriptionRoutes(world, sender, failedEvents),
	...calendarRoutes(world),
	...meetingRoutes(world),
	...aiTableRoutes(world),
	...driveRoutes(world),
	...documentRoutes(world),
	...spreadsheetRoutes(world),
	...formRoutes(world),
	...teambitionRoutes(world),
	...crmRoutes(world),
	...streamRoutes(gateway),
];
