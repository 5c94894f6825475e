import { defineFields } from '../../../runtime/field';
import type { Values } from '../../../runtime/fieldValues';
import { InputError } from '../../../runtime/operation';
import { splitList } from '../../../runtime/people';

/** What Register and Update send. Bounds: https://open.dingtalk.com/document/development/register-callback-events */
export const subscriptionFields = defineFields([
	{
		displayName: 'URL',
		zh: {
			name: '接收地址',
			description: '接收事件的公网地址；钉钉会立即测试，因此对应的工作流必须已启用',
			placeholder: '例如 https://n8n.example.com/webhook/…',
		},
		name: 'url',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. https://n8n.example.com/webhook/…',
		description:
			'Public address that receives the events. It has to answer the test that DingTalk makes at once, so the workflow behind it must be active.',
	},
	{
		displayName: 'Event Types',
		zh: { name: '事件类型', description: '要接收的事件，列表之外的在下面填写' },
		name: 'eventTypes',
		type: 'multiOptions',
		default: [],
		options: [
			{ name: 'Administrator Added', value: 'org_admin_add', zh: '添加管理员' },
			{ name: 'Administrator Removed', value: 'org_admin_remove', zh: '移除管理员' },
			{
				name: 'Approval Instance Started, Ended or Terminated',
				value: 'bpms_instance_change',
				zh: '审批实例开始、结束或终止',
			},
			{
				name: 'Approval Task Started, Ended or Transferred',
				value: 'bpms_task_change',
				zh: '审批任务开始、结束或转交',
			},
			{ name: 'Checked In', value: 'check_in', zh: '签到' },
			{ name: 'Department Changed', value: 'org_dept_modify', zh: '部门修改' },
			{ name: 'Department Created', value: 'org_dept_create', zh: '部门创建' },
			{ name: 'Department Removed', value: 'org_dept_remove', zh: '部门删除' },
			{ name: 'Employee Added', value: 'user_add_org', zh: '员工入职' },
			{ name: 'Employee Changed', value: 'user_modify_org', zh: '员工修改' },
			{ name: 'Employee Removed', value: 'user_leave_org', zh: '员工离职' },
			{ name: 'Group App Removed', value: 'chat_disband_microapp', zh: '群应用解散' },
			{ name: 'Group Disbanded', value: 'chat_disband', zh: '群解散' },
			{ name: 'Group Member Added', value: 'chat_add_member', zh: '群加人' },
			{ name: 'Group Member Left', value: 'chat_quit', zh: '群成员退群' },
			{ name: 'Group Member Removed', value: 'chat_remove_member', zh: '群踢人' },
			{ name: 'Group Owner Changed', value: 'chat_update_owner', zh: '群主变更' },
			{ name: 'Group Renamed', value: 'chat_update_title', zh: '群名称变更' },
			{ name: 'Organization Changed', value: 'org_change', zh: '企业信息变更' },
			{ name: 'Organization Removed', value: 'org_remove', zh: '企业解散' },
			{ name: 'Role Added', value: 'label_conf_add', zh: '角色新增' },
			{ name: 'Role Changed', value: 'label_conf_modify', zh: '角色修改' },
			{ name: 'Role Members Changed', value: 'label_user_change', zh: '角色成员变更' },
			{ name: 'Role Removed', value: 'label_conf_del', zh: '角色删除' },
		],
		description: 'Events to receive; others by their type below',
	},
	{
		displayName: 'More Event Types',
		zh: {
			name: '更多事件类型',
			description: '列表之外的事件类型，用逗号分隔',
			placeholder: '例如 attendance_check_record',
		},
		name: 'moreEventTypes',
		type: 'string',
		list: true,
		default: '',
		placeholder: 'e.g. attendance_check_record',
		description: 'Types that are not in the list, separated by commas',
	},
	{
		displayName: 'Token',
		zh: { name: 'Token', description: '任意 6 到 63 个字符，用于签名；留空使用凭证中的回调 Token' },
		name: 'token',
		type: 'string',
		typeOptions: { password: true },
		required: true,
		fallback: 'callbackToken',
		default: '',
		maxLength: 63,
		description: 'Any text of 6 to 63 characters; signs the events. Empty: the callback token of the credential.',
	},
	{
		displayName: 'AES Key',
		zh: { name: 'AES Key', description: '任意 43 位字母或数字，用于加密；留空使用凭证中的回调 AES Key' },
		name: 'aesKey',
		type: 'string',
		typeOptions: { password: true },
		required: true,
		fallback: 'callbackAesKey',
		default: '',
		description: 'Any 43 letters and digits; encrypts the events. Empty: the callback AES key of the credential.',
	},
]);

const isHttp = (url: string) => URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);

/** The body of Register and Update. Throws `InputError` for what DingTalk would refuse. */
export function subscription({ url, eventTypes, moreEventTypes, token, aesKey }: Values<typeof subscriptionFields>) {
	// An expression may give the types as text.
	const tags = splitList([eventTypes, moreEventTypes]);
	if (!isHttp(url))
		throw new InputError(
			'URL',
			`must be a whole address with https://, not "${url}"`,
			`必须是以 https:// 开头的完整地址，而不是“${url}”`,
		);
	if (tags.length === 0)
		throw new InputError('Event Types', 'is empty: choose at least one', '为空：请至少选择一种事件');
	if ([...token].length < 6) throw new InputError('Token', 'must have 6 to 63 characters', '必须有 6 到 63 个字符');
	if (!/^[A-Za-z\d]{43}$/.test(aesKey))
		throw new InputError('AES Key', 'must be 43 letters and digits', '必须是 43 位字母或数字');
	return { call_back_tag: tags, token, aes_key: aesKey, url };
}
