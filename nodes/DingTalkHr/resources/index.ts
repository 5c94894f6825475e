import type { Resource } from '../../runtime/operation';
import { employee } from './employee';
import { offboarding } from './offboarding';
import { onboarding } from './onboarding';

/** The most used first. */
export const resources: readonly Resource[] = [employee, onboarding, offboarding];
