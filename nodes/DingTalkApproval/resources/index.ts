import type { Resource } from '../../runtime/operation';
import { approval } from './approval';

/** The table of resources, one line each. */
export const resources: readonly Resource[] = [approval];
