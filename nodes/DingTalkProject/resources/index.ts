import type { Resource } from '../../runtime/operation';
import { goal } from './goal';
import { project } from './project';
import { task } from './task';
import { workTime } from './workTime';

/** The most used first. */
export const resources: readonly Resource[] = [task, project, workTime, goal];
