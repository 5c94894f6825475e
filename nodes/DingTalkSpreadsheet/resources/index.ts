import type { Resource } from '../../runtime/operation';
import { range } from './range';
import { row } from './row';
import { sheet } from './sheet';

/** The most used first. */
export const resources: readonly Resource[] = [row, range, sheet];
