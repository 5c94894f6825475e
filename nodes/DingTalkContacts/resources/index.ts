import type { Resource } from '../../runtime/operation';
import { user } from './user';

/** The table of resources, one line each. */
export const resources: readonly Resource[] = [user];
