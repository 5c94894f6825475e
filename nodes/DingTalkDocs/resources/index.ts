import type { Resource } from '../../runtime/operation';
import { document } from './document';
import { knowledgeBase } from './knowledgeBase';
import { node } from './node';

/** The most used first. */
export const resources: readonly Resource[] = [document, node, knowledgeBase];
