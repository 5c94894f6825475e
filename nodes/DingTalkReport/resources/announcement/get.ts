import { defineOperation } from '../../../runtime/operation';
import { pick } from '../../../runtime/pick';
import { operatorUserId } from '../../../shared/operator';
import { DETAILS, detailsRequest } from '../../flows/details';
import { announcement } from '../../locators/announcement';

export const get = defineOperation({
	name: 'Get',
	value: 'get',
	action: 'Get an announcement',
	description:
		'Get an announcement with receivers and counts of readers. One call. Times are China time. Attachments have spaceId and dentryId: DingTalk Drive downloads them.',
	zh: {
		name: '获取',
		action: '获取公告详情',
		description:
			'获取公告的内容、接收范围和已读未读数。一次调用。时间为北京时间。附件含 spaceId 和 dentryId，可用“钉盘”下载',
	},
	docs: 'https://open.dingtalk.com/document/development/obtains-the-details-get-blackboard',
	permission: 'qyapi_blackboard_manage',
	route: DETAILS,
	fields: [announcement, operatorUserId],
	request: ({ announcement: id, operator }) => detailsRequest(id, operator),
	simplify: (one) =>
		pick(one, [
			'id',
			'title',
			'content',
			'categoryName',
			'senderStaffId',
			'gmtCreate',
			'gmtModified',
			'readCount',
			'unReadCount',
			'depNameList',
			'userNameList',
			'attachments',
		]),
});
