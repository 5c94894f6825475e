/** What the pages of the nodes without operations say, by folder. */
export const withoutOperations: Record<string, { en: string[]; zh: string[] } | undefined> = {
	DingTalkTrigger: {
		en: [
			'## How to use it',
			'1. In the developer console open your app → Event subscription (事件订阅), choose Stream, and switch on the events that you want. Robot messages and card clicks need no event subscription.\n2. Add the node, choose the credential, leave Connection on Stream, and choose under Receive what starts the workflow.\n3. Publish the workflow (in n8n 1: save it and switch it on). Where something is missing, n8n shows an error that says what.',
			'What it never loses, what runs once only, and where that ends: [trigger guarantees](../trigger-guarantees.md). Every event with its fields: [events](../events.md). Stream or HTTP: [comparison](../stream-or-callback.md).',
			'Cost: receiving takes no API call. DingTalk counts pushes by themselves (3,000 a month in the standard edition, see [costs](../costs.md)). The options Resolve Details and Download Attachments take a call for each event or file.',
		],
		zh: [
			'## 使用方法',
			'1. 在开发者后台打开应用 →“事件订阅”，推送方式选择 Stream，并开启需要的事件。机器人消息与卡片点击无需订阅事件。\n2. 添加节点，选择凭证，“连接方式”保持 Stream，在“接收内容”中选择由什么启动工作流。\n3. 发布工作流（n8n 1 为保存后启用）；失败时，错误信息会说明缺少什么。',
			'哪些事件不会丢、如何做到只执行一次、边界在哪里：[触发器的保证](../trigger-guarantees.zh-CN.md)。所有事件及字段：[事件](../events.zh-CN.md)。Stream 与 HTTP 的区别：[对比](../stream-or-callback.zh-CN.md)。',
			'费用：接收事件不消耗接口调用量，钉钉另计推送次数（标准版每月 3000 次，见[费用](../costs.zh-CN.md)）。选项“带出详情”“下载附件”会为每个事件或文件调用接口。',
		],
	},
	DingTalkSendAndWait: {
		en: [
			'## How to use it',
			"1. Choose who is asked (people or a group) and write the question.\n2. Choose how people answer: by links (n8n must be reachable from their phones) or in a card (a card template and an active DingTalk Trigger over Stream).\n3. The workflow waits, and goes on with `data.approved`, `data.text` or the form's values, and with who answered.",
			'Links and cards compared, the card template step by step, human review of AI agents, limits: [human in the loop](../human-in-the-loop.md).',
			'Cost: one call for each person or one for a group with links; one for about 20 people with a card, one the first time to check the template, one to look up the name of who answered.',
		],
		zh: [
			'## 使用方法',
			'1. 选择询问谁（个人或群），填写问题。\n2. 选择回复方式：链接（对方的手机须能访问 n8n）或卡片（需要卡片模板，以及已启用的 Stream 方式钉钉触发器）。\n3. 工作流等待回复，然后带着 `data.approved`、`data.text` 或表单内容以及回复人继续。',
			'两种方式的对比、卡片模板的制作步骤、AI 智能体的人工审核与限制：[人工确认](../human-in-the-loop.zh-CN.md)。',
			'费用：链接方式每人一次调用，发到群一次；卡片方式约每 20 人一次，首次检查模板一次，查询回复人姓名一次。',
		],
	},
	DingTalkAiCard: {
		en: [
			'## How to use it',
			"1. Connect the chat model to this node, and this node to the agent's Chat Model.\n2. Behind a DingTalk Trigger that receives robot messages nothing else is needed: the answer appears in the chat the message came from. Otherwise choose a person or a group.\n3. The app needs `Card.Instance.Write` and `Card.Streaming.Write`.",
			'What it shows, what it costs, templates of your own, limits: [AI card](../ai-card.md).',
		],
		zh: [
			'## 使用方法',
			'1. 把聊天模型连接到该节点，再把该节点连接到智能体的 Chat Model。\n2. 如果上游是接收机器人消息的钉钉触发器，无需其他设置，回答会出现在消息所在的会话；否则请选择个人或群。\n3. 应用需要权限 `Card.Instance.Write` 与 `Card.Streaming.Write`。',
			'显示内容、调用量、自定义模板与限制：[AI 卡片](../ai-card.zh-CN.md)。',
		],
	},
	DingTalkApiCall: {
		en: [
			'## How to use it',
			"1. Choose the operation from the list: search by English or Chinese words, path or ID, or paste the address of DingTalk's page. What no other node offers is here.\n2. Fill in its parameters, as fields or as JSON. Where an operation takes a person, People chooses one by name.\n3. Lists: Return All and Limit stand under Options; the node follows the pages.",
			"An operation that the list does not know: set Product to Custom Request, and give method, path, query and body as DingTalk's page has them. The token is added, and sent to the hosts of the credential only.",
			'The number of operations per product stands in the [README](../../README.md#catalog-of-the-node-dingtalk-api-call). Cost: one call an item, one for each page of a list.',
		],
		zh: [
			'## 使用方法',
			'1. 在“操作”列表中选择接口：可用中英文、路径或 ID 搜索，也可粘贴钉钉文档网址。其他节点没有的操作都在这里。\n2. 填写参数，可逐项填写或用 JSON。参数为人员时，可在“人员”中按姓名选择。\n3. 列表接口：在“选项”中设置“返回全部”或“数量上限”，节点自动翻页。',
			'列表中没有的接口：把“产品”设为“自定义请求”，按钉钉文档填写方法、路径、查询参数与请求体。token 自动添加，且只发送到凭证中的主机。',
			'各产品的接口数量见 [README](../../README.zh-CN.md#dingtalk-api-call-节点的接口目录)。费用：每个数据项一次调用，列表每页一次。',
		],
	},
};
