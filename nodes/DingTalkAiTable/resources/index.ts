import type { Resource } from '../../runtime/operation';
import { base } from './base';
import { field } from './field';
import { record } from './record';
import { sheet } from './sheet';

/** The most used first. */
export const resources: readonly Resource[] = [record, sheet, field, base];
