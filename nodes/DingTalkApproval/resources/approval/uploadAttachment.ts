import { writeJson } from '../../../protocol/json';
import { defineProcedure } from '../../../runtime/operation';
import { personModes } from '../../../shared/person';
import { uploadForForm, uploadRoutes } from '../../flows/formSpace';
import { uploadAgentId } from './uploader';

export const uploadAttachment = defineProcedure({
	name: 'Upload Attachment',
	value: 'uploadAttachment',
	action: 'Upload a file for an approval form',
	description:
		'Put a file where approvals keep theirs. Two calls and the upload per file, three more per run. Create uploads the files of its form by itself.',
	zh: {
		name: '上传附件',
		action: '上传审批附件',
		description:
			'将文件上传到审批钉盘空间，供表单和评论使用。每个文件两次调用加上传，每次运行另加三次；“发起审批”会自动上传表单中的附件',
	},
	docs: 'https://open.dingtalk.com/document/development/obtains-the-information-about-approval-nail-disk',
	permission: 'Workflow.Instance.Write',
	routes: uploadRoutes,
	fields: [
		{
			displayName: 'Input Binary Field',
			zh: { name: '输入二进制字段', description: '数据项中包含文件的二进制字段' },
			name: 'binaryPropertyName',
			type: 'string',
			binary: true,
			required: true,
			default: 'data',
			description: "The item's binary field that holds the file",
		},
		{
			displayName: 'Uploader',
			zh: { name: '上传人', description: '以谁的名义上传，通常为审批发起人；留空使用凭证中的默认操作人' },
			name: 'uploader',
			type: 'resourceLocator',
			person: 'userId',
			fallback: 'defaultOperator',
			required: true,
			default: { mode: 'list', value: '' },
			modes: personModes,
			description: 'In whose name to upload, usually the originator. Empty: the default operator of the credential.',
		},
		uploadAgentId,
	],
	run: async ({ binaryPropertyName: file, uploader: userId, uploadAgentId: agentId }, api) => {
		const entry = await uploadForForm(api, { userId, agentId }, file);
		return { ...entry, value: writeJson([entry]) };
	},
});
