import type { Resource } from '../../runtime/operation';
import { todo } from './todo';
import { workRecord } from './workRecord';

/** The table of resources, one line each. */
export const resources: readonly Resource[] = [todo, workRecord];
