import type { Resource } from '../../runtime/operation';
import { file } from './file';
import { folder } from './folder';
import { permission } from './permission';
import { recycleBin } from './recycleBin';
import { space } from './space';

/** The most used first. */
export const resources: readonly Resource[] = [file, folder, permission, space, recycleBin];
