import type { Resource } from '../../runtime/operation';
import { approval } from './approval';
import { center } from './center';
import { form } from './form';

/** The table of resources, one line each. */
export const resources: readonly Resource[] = [approval, form, center];
