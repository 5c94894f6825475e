/** How an attendee has answered. https://open.dingtalk.com/document/development/configure-response-status */
export const responses = [
	{ name: 'Accepted', value: 'accepted', zh: '接受' },
	{ name: 'Declined', value: 'declined', zh: '拒绝' },
	{ name: 'No Answer Yet', value: 'needsAction', zh: '未响应' },
	{ name: 'Tentative', value: 'tentative', zh: '暂定' },
] as const;
