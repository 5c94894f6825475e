import type { Resource } from '../../runtime/operation';
import { conference } from './conference';
import { live } from './live';
import { minutes } from './minutes';
import { recording } from './recording';

/** The table of resources, one line each. */
export const resources: readonly Resource[] = [conference, recording, minutes, live];
