import type { Resource } from '../../runtime/operation';
import { contact } from './contact';
import { customer } from './customer';
import { customObject } from './customObject';
import { followUp } from './followUp';

/** The most used first. */
export const resources: readonly Resource[] = [customer, contact, followUp, customObject];
