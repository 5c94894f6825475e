import type { Resource } from '../../runtime/operation';
import { attendance } from './attendance';

/** The table of resources, one line each. */
export const resources: readonly Resource[] = [attendance];
