import type { INodeTypeDescription } from 'n8n-workflow';

/** What n8n says while the node waits for an event, before, and at the activation. */
export const waiting: Pick<INodeTypeDescription, 'eventTriggerDescription' | 'activationMessage' | 'triggerPanel'> = {
	eventTriggerDescription:
		'Waiting for you to write to the robot, click a card or do what causes the event 等待钉钉事件',
	activationMessage: 'DingTalk events now start your workflow. 钉钉事件将启动此工作流。',
	triggerPanel: {
		header: 'Pull in events from DingTalk 接收钉钉事件',
		executionsHelp: {
			inactive:
				'<b>To try it</b>, click Listen and then do in DingTalk what you wait for: write to the robot (alone, or with @ in its group), click a button of the card, punch in, submit the approval. The event must be switched on for the app in the developer console, under Events and Callbacks.<br><br><b>试运行</b>：点击监听，然后在钉钉中操作：给机器人发消息（单聊或在群里 @ 它）、点击卡片按钮、打卡、提交审批等。请先在开发者后台“事件与回调”中为应用开启该事件。',
			active:
				'<b>The workflow is active</b>: it runs by itself, and a test run gets a copy of the next event. Do in DingTalk what you wait for.<br><br><b>工作流已启用</b>：会自动运行；试运行得到下一个事件的副本。请在钉钉中操作以触发事件。',
		},
		activationHint:
			'Listen, then write to the robot in DingTalk, click the card or do what causes the event. Publish the workflow (n8n 1: activate it) to receive events all the time, without clicking here. 监听后，在钉钉中给机器人发消息、点击卡片或触发事件；发布工作流（n8n 1 为启用）后将持续接收事件。',
	},
};
