import { searchDepartments } from './searchDepartments';
import { searchUsers } from './searchUsers';

/** Lists that the fields of every product may use, by the name under which their modes call them. */
export const sharedLists = { searchDepartments, searchUsers };
