import type { Resource } from '../../runtime/operation';
import { record } from './record';

/** The most used first. */
export const resources: readonly Resource[] = [record];
