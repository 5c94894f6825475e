import { defineFields } from '../../../runtime/field';
import type { Values } from '../../../runtime/fieldValues';
import { InputError } from '../../../runtime/operation';
import { splitList } from '../../../runtime/people';

/** What Register and Update send. Bounds: https://open.dingtalk.com/document/development/register-callback-events */
export const subscriptionFields = defineFields([
	{
		displayName: 'URL',
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
		name: 'eventTypes',
		type: 'multiOptions',
		default: [],
		options: [
			{ name: 'Administrator Added', value: 'org_admin_add' },
			{ name: 'Administrator Removed', value: 'org_admin_remove' },
			{ name: 'Approval Instance Started, Ended or Terminated', value: 'bpms_instance_change' },
			{ name: 'Approval Task Started, Ended or Transferred', value: 'bpms_task_change' },
			{ name: 'Checked In', value: 'check_in' },
			{ name: 'Department Changed', value: 'org_dept_modify' },
			{ name: 'Department Created', value: 'org_dept_create' },
			{ name: 'Department Removed', value: 'org_dept_remove' },
			{ name: 'Employee Added', value: 'user_add_org' },
			{ name: 'Employee Changed', value: 'user_modify_org' },
			{ name: 'Employee Removed', value: 'user_leave_org' },
			{ name: 'Group App Removed', value: 'chat_disband_microapp' },
			{ name: 'Group Disbanded', value: 'chat_disband' },
			{ name: 'Group Member Added', value: 'chat_add_member' },
			{ name: 'Group Member Left', value: 'chat_quit' },
			{ name: 'Group Member Removed', value: 'chat_remove_member' },
			{ name: 'Group Owner Changed', value: 'chat_update_owner' },
			{ name: 'Group Renamed', value: 'chat_update_title' },
			{ name: 'Organization Changed', value: 'org_change' },
			{ name: 'Organization Removed', value: 'org_remove' },
			{ name: 'Role Added', value: 'label_conf_add' },
			{ name: 'Role Changed', value: 'label_conf_modify' },
			{ name: 'Role Members Changed', value: 'label_user_change' },
			{ name: 'Role Removed', value: 'label_conf_del' },
		],
		description: 'Events to receive; others by their type below',
	},
	{
		displayName: 'More Event Types',
		name: 'moreEventTypes',
		type: 'string',
		list: true,
		default: '',
		placeholder: 'e.g. attendance_check_record',
		description: 'Types that are not in the list, separated by commas',
	},
	{
		displayName: 'Token',
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
