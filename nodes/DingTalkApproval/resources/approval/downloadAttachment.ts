import { at } from '../../../protocol/paging';
import { defineProcedure } from '../../../runtime/operation';
import { attachedFiles, type AttachedFile } from '../../flows/attachedFiles';
import { INSTANCE, instanceOf } from '../../flows/runningTask';
import { instanceId } from './task';

const URL = 'POST /v1.0/workflow/processInstances/spaces/files/urls/download';

export const downloadAttachment = defineProcedure({
	name: 'Download Attachment',
	value: 'downloadAttachment',
	action: 'Download an attachment of an approval',
	description:
		'Get files of an approval as binary data, one item per file. One call per file and the download, one more without the File ID. An approval without files gives no item.',
	zh: {
		name: '下载附件',
		action: '下载审批附件',
		description:
			'下载审批单中的附件，每个文件输出一个数据项。每个文件一次调用加下载，未填文件 ID 时多一次；没有附件时无输出',
	},
	docs: 'https://open.dingtalk.com/document/development/download-an-approval-attachment',
	permission: 'Workflow.Instance.Write',
	routes: [URL, INSTANCE],
	downloads: true,
	fields: [
		instanceId,
		{
			displayName: 'File ID',
			zh: { name: '文件 ID', description: '表单附件中的 fileId。留空下载全部附件' },
			name: 'fileId',
			type: 'string',
			id: true,
			default: '',
			placeholder: 'e.g. 26748422566',
			description: 'The fileId in the value of an attachment field. Empty: every attachment of the form.',
		},
		{
			displayName: 'Additional Fields',
			zh: { name: '更多字段', placeholder: '添加字段' },
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				{
					displayName: 'Include Comments',
					zh: { name: '包含评论中的附件', description: '是否也下载评论和审批意见中的附件' },
					name: 'withComments',
					type: 'boolean',
					default: true,
					description: 'Whether to get the files of comments too',
				},
			],
		},
	],
	run: async ({ processInstanceId, fileId, additionalFields: { withComments } }, api) => {
		const files: AttachedFile[] =
			fileId === undefined
				? attachedFiles(await instanceOf(api, processInstanceId), withComments === true)
				: [{ fileId, file: {} }];
		const made = [];
		for (const { fileId: id, fileName, field, file } of files) {
			const answer = await api.call(
				URL,
				{ body: { processInstanceId, fileId: id, withCommentAttatchment: withComments } },
				{ safe: true },
			);
			const url = answer.downloadUri ?? at(answer, 'result.downloadUri');
			made.push(
				await api.download(
					{ url: String(url), ...(fileName !== undefined && { name: fileName }) },
					{
						processInstanceId,
						spaceId: String(file.spaceId ?? answer.spaceId ?? ''),
						fileId: id,
						...(field !== undefined && { field }),
					},
				),
			);
		}
		return made;
	},
});
