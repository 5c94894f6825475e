import type { Resource } from '../../runtime/operation';
import { announcement } from './announcement';
import { report } from './report';

/** The most used first. */
export const resources: readonly Resource[] = [report, announcement];
