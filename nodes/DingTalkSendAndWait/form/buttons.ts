import { defineFields } from '../../runtime/field';
import { personModes } from '../../shared/person';

const inCard = { show: { responseType: ['approval'], buttons: ['card'] } };

/** Where the buttons are, and who may press them. */
export const buttonFields = defineFields([
	{
		displayName: 'Buttons',
		zh: {
			name: '按钮位置',
			description: '卡片按钮：点击经 Stream 到达 n8n，无需公网地址，且知道是谁点的。链接按钮：打开 n8n 的页面确认',
		},
		name: 'buttons',
		type: 'options',
		default: 'links',
		displayOptions: { show: { responseType: ['approval'] } },
		options: [
			{
				name: 'In the Card',
				value: 'card',
				description:
					'Needs a card template and an active DingTalk Trigger of the same credential, but no public address',
				zh: '卡片按钮：需要卡片模板，以及使用同一凭证且已启用的钉钉触发器；无需公网地址',
			},
			{
				name: 'Links',
				value: 'links',
				description: 'Open a page of n8n, which the phone must be able to reach',
				zh: '链接按钮：打开 n8n 的页面，手机须能访问 n8n',
			},
		],
		description:
			'In the card the click reaches n8n over the Stream connection of DingTalk Trigger, and says who clicked. Links open a page with the buttons.',
	},
	{
		displayName: 'Template ID',
		zh: {
			name: '卡片模板 ID',
			description: '按本包文档在卡片平台建立并发布的模板的 ID，以 .schema 结尾',
		},
		name: 'cardTemplateId',
		type: 'string',
		id: true,
		required: true,
		default: '',
		placeholder: 'e.g. 382e4302-551d-4880-bf29-a30acfab2e71.schema',
		displayOptions: inCard,
		description: 'ID of a published template with the variables that the documentation of this node names',
	},
	{
		displayName: 'Who May Answer',
		zh: {
			name: '谁可以回复',
			description: '一个人，或用逗号分隔的多个 ID。留空：发给个人时为接收人，发到群时为群里所有人',
		},
		name: 'approvers',
		type: 'resourceLocator',
		person: 'userId',
		many: true,
		default: { mode: 'list', value: '' },
		modes: personModes,
		displayOptions: inCard,
		description:
			'One person, or several IDs separated by commas. Empty: the people that it is sent to, in a group everybody.',
	},
	{
		displayName: 'Wait For',
		zh: { name: '等待', description: '由谁的回复决定' },
		name: 'waitFor',
		type: 'options',
		default: 'first',
		displayOptions: inCard,
		options: [
			{
				name: 'All to Approve',
				value: 'all',
				description: 'Everybody who may answer must approve, one who declines is enough to end it',
				zh: '全部同意：所有可回复的人都需同意，一人拒绝即结束',
			},
			{ name: 'The First Answer', value: 'first', zh: '第一个回复' },
		],
		description: 'Whose answer decides',
	},
]);
