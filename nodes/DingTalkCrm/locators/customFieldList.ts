import { customColumns } from '../flows/fields';
import { fieldList } from './fields';
import { formCode } from './formCode';

/** The fields of a form that the organisation made, for conditions. */
export const customFieldList = fieldList([formCode], customColumns);
