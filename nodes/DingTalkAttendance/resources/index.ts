import type { Resource } from '../../runtime/operation';
import { attendance } from './attendance';
import { checkIn } from './checkIn';
import { group } from './group';
import { leave } from './leave';
import { schedule } from './schedule';
import { shift } from './shift';

/** The table of resources, one line each. */
export const resources: readonly Resource[] = [attendance, group, shift, schedule, leave, checkIn];
