/** Where an ID that a read needs comes from: a member of the output of an earlier read, or what is the same in every organisation. */
export type Source = { from: string; member: string } | { value: string };

/** Fields to fill in although the form does not insist on them: the operation does. */
export const alsoFilled: Record<string, readonly string[]> = { 'dingTalkDrive space get': ['space'] };

const ROOT: Source = { value: '1' };

/** By field name, or `<node> <resource> <operation> <field>` where a name means several things. */
export const sources: Record<string, Source> = {
	department: ROOT,
	parent: ROOT,
	unionId: { from: 'dingTalkContacts user get', member: 'unionid' },
	mobile: { from: 'dingTalkContacts user get', member: 'mobile' },
	reportId: { from: 'dingTalkReport report getAll', member: 'report_id' },
	processInstanceId: { from: 'dingTalkApproval approval getAll', member: 'processInstanceId' },
	base: { from: 'dingTalkAiTable base search', member: 'dentryUuid' },
	recordId: { from: 'dingTalkAiTable record getAll', member: 'id' },
	taskIds: { from: 'dingTalkProject task getAll', member: 'taskId' },
	instanceIds: { from: 'dingTalkCrm customer getAll', member: 'instanceId' },
	'dingTalkForms smartForm get formInstanceId': { from: 'dingTalkForms smartForm getAll', member: 'formInstanceId' },
};
