import { defineField } from '../../../runtime/field';
import type { Value, Json } from '../../../runtime/operation';
import { InputError } from '../../../runtime/operation';
import { personModes } from '../../../shared/person';
import { paramsOf } from '../../../shared/cardParams';
import { privateData } from './fields';

/** What else a new card may have, wherever it is shown. */
const members = [
	{
		displayName: 'Alert Text',
		zh: { name: '推送内容', description: '推送通知中显示的文字；留空使用钉钉默认文案' },
		name: 'alertContent',
		type: 'string',
		default: '',
		description: "Text of the push notification. Empty: DingTalk's own words.",
	},
	{
		displayName: 'Allow Forwarding',
		zh: { name: '允许转发', description: '是否允许转发卡片' },
		name: 'supportForward',
		type: 'boolean',
		default: true,
		description: 'Whether people may forward the card',
	},
	{
		displayName: 'Card ID',
		zh: { name: '卡片 ID', description: '自定义的 outTrackId，需全局唯一；留空自动生成' },
		name: 'outTrackId',
		type: 'string',
		id: true,
		maxLength: 100,
		default: '',
		description: 'An outTrackId of your own; each card needs a new one. Empty: one is made.',
	},
	{
		displayName: 'Creator',
		zh: { name: '创建者', description: '卡片的创建者' },
		name: 'creator',
		type: 'resourceLocator',
		person: 'userId',
		default: { mode: 'list', value: '' },
		modes: personModes,
		description: 'Who counts as the creator of the card',
	},
	{
		displayName: 'Data Sources (JSON)',
		zh: {
			name: '动态数据源（JSON）',
			description: '卡片自行拉取的数据源：openDynamicDataConfig 中的 dynamicDataSourceConfigs 列表',
		},
		name: 'dataSources',
		type: 'json',
		default: '[]',
		description: 'What the card fetches by itself: the list dynamicDataSourceConfigs of openDynamicDataConfig',
	},
	{
		displayName: 'Highlighted People',
		zh: {
			name: '卡片内 @ 的人',
			description: '卡片 Markdown 中以 atId 标签提到的人，一个或用逗号分隔的多个',
		},
		name: 'cardAtUsers',
		type: 'resourceLocator',
		person: 'userId',
		many: true,
		default: { mode: 'list', value: '' },
		modes: personModes,
		description:
			'People whom the markdown of the card names in a link with their atId: one, or several separated by commas',
	},
	{
		displayName: 'Mute Notification',
		zh: { name: '关闭推送通知', description: '是否不推送通知' },
		name: 'notificationOff',
		type: 'boolean',
		default: true,
		description: 'Whether the card arrives without a push notification',
	},
	privateData,
	{
		displayName: 'Search Description',
		zh: { name: '搜索描述', description: '用于展示与搜索的描述，超过 200 字时钉钉会截断' },
		name: 'searchDesc',
		type: 'string',
		maxLength: 200,
		default: '',
		description: 'Text under which the search finds the card',
	},
	{
		displayName: 'Text in the Chat List',
		zh: { name: '会话列表摘要', description: '会话列表中显示的最后一条消息文字' },
		name: 'lastMessage',
		type: 'string',
		default: '',
		description: 'Text that the list of chats shows as the last message',
	},
] as const;

export const instanceFields = defineField({
	displayName: 'Additional Fields',
	zh: { name: '更多字段', placeholder: '添加字段' },
	name: 'additionalFields',
	type: 'collection',
	placeholder: 'Add Field',
	default: {},
	options: members,
});

type Given = Value<typeof instanceFields>;
type PrivateData = Value<typeof privateData>;

/** The variables of each person. @throws InputError for what is no object. */
export function privateDataOf({ people = [] }: PrivateData = {}): Json | undefined {
	if (people.length === 0) return undefined;
	return Object.fromEntries(
		people.map(({ person, data }) => [person, paramsOf(data, 'Data (JSON)') ?? { cardParamMap: {} }]),
	);
}

function spaceModel({ alertContent, supportForward = false, notificationOff, searchDesc, lastMessage }: Given): Json {
	const notified = alertContent !== undefined || notificationOff !== undefined;
	return {
		supportForward,
		// Languages that the page names; the text is the same in each.
		lastMessageI18n: lastMessage === undefined ? undefined : { ZH_CN: lastMessage, EN_US: lastMessage },
		searchSupport: searchDesc === undefined ? undefined : { searchDesc },
		notification: notified ? { alertContent, notificationOff } : undefined,
	};
}

function dataSourcesOf(given: unknown): Json | undefined {
	if (given === undefined) return undefined;
	if (!Array.isArray(given)) throw new InputError('Data Sources (JSON)', 'must be a JSON list', '必须是 JSON 数组');
	return given.length === 0 ? undefined : { dynamicDataSourceConfigs: given };
}

/** A new card without what shows it anywhere. @throws InputError for data of the wrong form. */
export function instanceBody(
	cardTemplateId: string,
	publicData: unknown,
	more: Given,
	{ callbackType = 'STREAM', callbackRouteKey }: { callbackType?: string; callbackRouteKey?: string },
): Json {
	return {
		cardTemplateId,
		callbackType,
		callbackRouteKey: callbackType === 'HTTP' ? callbackRouteKey : undefined,
		cardData: paramsOf(publicData, 'Card Data (JSON)') ?? { cardParamMap: {} },
		privateData: privateDataOf(more.privateData),
		cardAtUserIds: more.cardAtUsers,
		userId: more.creator,
		openDynamicDataConfig: dataSourcesOf(more.dataSources),
		imRobotOpenSpaceModel: spaceModel(more),
		imGroupOpenSpaceModel: spaceModel(more),
	};
}
