/** What n8n's AI workflow builder is told of the trigger. */
export const builderHint = {
	searchHint:
		'Starts a workflow on DingTalk events, on messages to the robot and on card clicks. Connection Stream needs no public address. One trigger may receive all three kinds; eventType tells them apart.',
	relatedNodes: [
		{
			nodeType: 'n8n-nodes-dingtalk-suite.dingTalk',
			relationHint: 'robot:reply answers a message in its conversation; card:respond answers a click',
		},
		{
			nodeType: 'n8n-nodes-dingtalk-suite.dingTalkAiCard',
			relationHint: 'Streams the answer of an agent into the conversation',
		},
	],
};
