import Robot, * as robot from '@alicloud/dingtalk/dist/robot_1_0/client';
import { sdkConfig, sdkHeaders, sdkRuntime, type SdkRow, type WireTap } from '../../../support/sdk';

const user = (value: string) => ({ __rl: true, mode: 'userId', value });
const toUsers = async (tap: WireTap, msgKey: string, param: object) =>
	await new Robot(sdkConfig(tap)).batchSendOTOWithOptions(
		new robot.BatchSendOTORequest({
			robotCode: 'robot1',
			userIds: ['a', 'b'],
			msgKey,
			msgParam: JSON.stringify(param),
		}),
		sdkHeaders(robot.BatchSendOTOHeaders),
		sdkRuntime,
	);
const buttons = (...titles: string[]) => ({
	button: titles.map((title) => ({ title, url: `https://example.com/${title}` })),
});

export const robotRows: SdkRow[] = [
	[
		'robot sendToUsers',
		'text',
		{ users: user('a,b'), messageType: 'text', text: '你好' },
		async (tap) => await toUsers(tap, 'sampleText', { content: '你好' }),
	],
	[
		'robot sendToUsers',
		'markdown',
		{ users: user('a,b'), messageType: 'markdown', title: 't', markdown: '# x' },
		async (tap) => await toUsers(tap, 'sampleMarkdown', { title: 't', text: '# x' }),
	],
	[
		'robot sendToUsers',
		'two buttons side by side',
		{
			users: user('a,b'),
			messageType: 'actionCard',
			title: 't',
			markdown: '# x',
			buttonLayout: 'horizontal',
			buttons: buttons('1', '2'),
		},
		async (tap) =>
			await toUsers(tap, 'sampleActionCard6', {
				title: 't',
				text: '# x',
				buttonTitle1: '1',
				buttonUrl1: 'https://example.com/1',
				buttonTitle2: '2',
				buttonUrl2: 'https://example.com/2',
			}),
	],
	[
		'robot sendToUsers',
		'own template',
		{ users: user('a,b'), messageType: 'template', msgKey: 'mine', msgParam: '{"a":"1"}' },
		async (tap) => await toUsers(tap, 'mine', { a: '1' }),
	],
	[
		'robot sendToGroup',
		'text, in a cool app',
		{ openConversationId: 'cid==', messageType: 'text', text: '你好', additionalFields: { coolAppCode: 'cool' } },
		async (tap) =>
			await new Robot(sdkConfig(tap)).orgGroupSendWithOptions(
				new robot.OrgGroupSendRequest({
					robotCode: 'robot1',
					openConversationId: 'cid==',
					msgKey: 'sampleText',
					msgParam: '{"content":"你好"}',
					coolAppCode: 'cool',
				}),
				sdkHeaders(robot.OrgGroupSendHeaders),
				sdkRuntime,
			),
	],
];
