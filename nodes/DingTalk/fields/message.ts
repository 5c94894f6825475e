import { defineFields } from '../../runtime/field';
import { InputError } from '../../runtime/operation';

/** Fields that messages of the group robot, of the session webhook and of the app robot have in common. */
export const messageFields = defineFields([
	{
		displayName: 'Text',
		zh: '文本内容',
		name: 'text',
		type: 'string',
		required: true,
		default: '',
		typeOptions: { rows: 4 },
		displayOptions: { show: { messageType: ['text'] } },
	},
	{
		displayName: 'Title',
		zh: { name: '标题', description: '显示在会话列表中；链接消息中也显示在消息里' },
		name: 'title',
		type: 'string',
		required: true,
		default: '',
		displayOptions: { show: { messageType: ['actionCard', 'link', 'markdown'] } },
		description: 'Shown in the list of conversations; a link shows it in the message too',
	},
	{
		displayName: 'Markdown',
		zh: { name: 'Markdown 内容', description: '支持标题、加粗、列表、链接、图片、引用；空行分段' },
		name: 'markdown',
		type: 'string',
		required: true,
		default: '',
		typeOptions: { rows: 6 },
		displayOptions: { show: { messageType: ['actionCard', 'markdown'] } },
		description: 'Headings, bold, lists, links, pictures and quotes; an empty line starts a new paragraph',
	},
	{
		displayName: 'Summary',
		zh: { name: '摘要', description: '标题下方的文字' },
		name: 'summary',
		type: 'string',
		required: true,
		default: '',
		typeOptions: { rows: 2 },
		displayOptions: { show: { messageType: ['link'] } },
		description: 'Text under the title',
	},
	{
		displayName: 'Link URL',
		zh: { name: '跳转链接', description: '点击消息打开的页面', placeholder: 'https://…' },
		name: 'messageUrl',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'https://…',
		displayOptions: { show: { messageType: ['link'] } },
		description: 'Page that opens when the message is clicked',
	},
	{
		displayName: 'Picture',
		zh: { name: '图片', description: '文字旁图片的网址或 media_id', placeholder: 'https://…' },
		name: 'pictureUrl',
		type: 'string',
		default: '',
		placeholder: 'https://…',
		displayOptions: { show: { messageType: ['link'] } },
		description: 'URL or media ID of the picture beside the text',
	},
	{
		displayName: 'Buttons',
		zh: { name: '按钮', description: '只有一个按钮时，整张卡片可点击', placeholder: '添加按钮' },
		name: 'buttons',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, sortable: true },
		placeholder: 'Add Button',
		default: {},
		displayOptions: { show: { messageType: ['actionCard'] } },
		options: [
			{
				displayName: 'Button',
				zh: '按钮',
				name: 'button',
				values: [
					{
						displayName: 'Title',
						zh: { name: '标题', description: '按钮上的文字' },
						name: 'title',
						type: 'string',
						required: true,
						default: '',
						description: 'Text on the button',
					},
					{
						displayName: 'URL',
						zh: { name: '链接', description: '点击按钮打开的页面', placeholder: 'https://…' },
						name: 'url',
						type: 'string',
						required: true,
						default: '',
						placeholder: 'https://…',
						description: 'Page that the button opens',
					},
				],
			},
		],
		description: 'With a single button, the whole card is clickable',
	},
	{
		displayName: 'Button Layout',
		zh: '按钮排列',
		name: 'buttonLayout',
		type: 'options',
		default: 'vertical',
		displayOptions: { show: { messageType: ['actionCard'] } },
		options: [
			{ name: 'One Below the Other', value: 'vertical', zh: '竖直排列' },
			{ name: 'Side by Side', value: 'horizontal', zh: '横向排列' },
		],
	},
]);

interface Button {
	title: string;
	url: string;
}

/** The buttons of an action card, one at least. @throws InputError when there is none. */
export function someButtons({ buttons }: { buttons?: { button?: Button[] } }): readonly [Button, ...Button[]] {
	const [first, ...more] = buttons?.button ?? [];
	if (first) return [first, ...more];
	throw new InputError(
		'Buttons',
		'is empty; an action card needs at least one button',
		'为空，ActionCard 至少需要一个按钮',
	);
}

/** @throws InputError naming the field that most of a message comes from, when its JSON has more than `most` bytes. */
export function refuseLonger(json: string, most: number, field: string): void {
	const size = Buffer.byteLength(json);
	if (size > most)
		throw new InputError(
			field,
			`makes a message of ${size} bytes; DingTalk accepts at most ${most}`,
			`消息共 ${size} 字节，钉钉最多接受 ${most} 字节`,
		);
}
