import { defineField, defineFields } from '../../../runtime/field';
import { InputError, type Api, type Json } from '../../../runtime/operation';
import { slices } from '../../../runtime/slices';
import { checkPlace, uuidOf } from '../../../shared/dentry';
import { departmentModes } from '../../../shared/department';
import { operator } from '../../../shared/operator';
import { personModes } from '../../../shared/person';
import { file } from '../../locators/dentry';
import { space } from '../../locators/space';

/** Members of one call. https://open.dingtalk.com/document/development/add-permissions-file */
const MOST_MEMBERS = 30;

export const roles = [
	{ name: 'Downloader', value: 'DOWNLOADER', zh: '可查看/下载' },
	{ name: 'Editor', value: 'EDITOR', zh: '可编辑' },
	{ name: 'Manager', value: 'MANAGER', zh: '管理者' },
	{ name: 'Owner', value: 'OWNER', zh: '所有者' },
	{ name: 'Reader', value: 'READER', zh: '可查看' },
] as const;

/** What is shared, as which role, with whom. */
export const memberFields = defineFields([
	space,
	file,
	{ displayName: 'Role', zh: '角色', name: 'role', type: 'options', default: 'READER', options: roles },
	{
		displayName: 'People',
		zh: { name: '人员', description: '一个人，或用逗号分隔的多个 ID' },
		name: 'people',
		type: 'resourceLocator',
		person: 'userId',
		many: true,
		default: { mode: 'list', value: '' },
		modes: personModes,
		description: 'One person, or several IDs separated by commas',
	},
	{
		displayName: 'Departments',
		zh: '部门',
		name: 'departments',
		type: 'resourceLocator',
		many: true,
		digits: true,
		default: { mode: 'list', value: '' },
		modes: departmentModes,
	},
	{
		displayName: 'Groups',
		zh: { name: '群', description: 'openConversationId，用逗号分隔' },
		name: 'groups',
		type: 'string',
		list: true,
		default: '',
		description: 'OpenConversationIds, separated by commas',
	},
	{
		displayName: 'Whole Organization',
		zh: { name: '整个企业', description: '是否包括整个企业' },
		name: 'organization',
		type: 'boolean',
		default: false,
		description: 'Whether the whole organization is meant too',
	},
	{
		displayName: 'Corp ID',
		zh: { name: '企业 Corp ID', description: '部门与整个企业需要；留空使用凭证' },
		name: 'corpId',
		type: 'string',
		under: 'options',
		fallback: 'corpId',
		default: '',
		description: 'Needed for departments and the whole organization. Empty: that of the credential.',
	},
	operator,
]);

interface Members {
	people: readonly string[];
	departments: readonly string[];
	groups: readonly string[];
	organization: boolean;
	corpId?: string;
}

/** The members as DingTalk names them. @throws InputError for nobody, or for a department without its organisation. */
function membersOf({ people, departments, groups, organization, corpId }: Members): Json[] {
	if ((departments.length > 0 || organization) && corpId === undefined)
		throw new InputError(
			'Corp ID',
			'is empty, but departments and the organization need it. Fill it in here or in the credential',
			'为空，但部门和整个企业需要它。请在此处或凭证中填写',
		);
	const members = [
		...people.map((id) => ({ type: 'USER', id })),
		...departments.map((id) => ({ type: 'DEPT', id, corpId })),
		...groups.map((id) => ({ type: 'CONVERSATION', id })),
		...(organization ? [{ type: 'ORG', id: corpId, corpId }] : []),
	];
	if (members.length === 0)
		throw new InputError(
			'People',
			'are empty: name at least one person, department or group',
			'为空：请至少指定一个人员、部门或群',
		);
	return members;
}

/** How long the role lasts. */
export const duration = defineField({
	displayName: 'Duration (Seconds)',
	zh: { name: '有效期（秒）', description: '仅应用空间支持' },
	name: 'duration',
	type: 'number',
	under: 'options',
	default: 3600,
	typeOptions: { minValue: 1, maxValue: 3600, numberPrecision: 0 },
	description: 'Only in spaces of an app',
});

interface Given extends Members {
	space?: string;
	file: string;
	role: string;
	operator: string;
	duration?: number;
}

/** The members to send, and the file. @throws InputError where either is not named */
export function planOf(values: Given): Given & { members: Json[] } {
	checkPlace(values);
	return { ...values, members: membersOf(values) };
}

/** Sends the members to one of the file's routes, 30 a call. */
export async function sendMembers(
	api: Api,
	route: `${'POST' | 'PUT'} /v2.0/storage/spaces/dentries/{dentryUuid}/permissions${'' | '/remove'}`,
	{ members, role: roleId, duration: seconds, ...place }: Given & { members: Json[] },
): Promise<Json> {
	const dentryUuid = await uuidOf(api, place);
	const option = seconds === undefined ? undefined : { duration: seconds };
	for (const part of slices(members, MOST_MEMBERS))
		await api.call(
			route,
			{ path: { dentryUuid }, query: { unionId: place.operator }, body: { roleId, members: part, option } },
			{ safe: true },
		);
	return { success: true, dentryUuid, members: members.length };
}
