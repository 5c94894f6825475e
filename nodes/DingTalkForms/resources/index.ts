import type { Resource } from '../../runtime/operation';
import { smartForm } from './smartForm';
import { yidaForm } from './yidaForm';
import { yidaProcess } from './yidaProcess';

/** The most used first. */
export const resources: readonly Resource[] = [yidaForm, yidaProcess, smartForm];
