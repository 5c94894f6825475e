import { ApiError } from '../errors';
import type { Route, World } from '../world';
import { route } from '../world';

interface Send {
	robotCode: string;
	remindType: number;
	receiverUserIdList: string[];
	content: string;
}

/** DINGs of the app's robot; SMS and phone are not bought. https://open.dingtalk.com/document/development/robot-sends-nail-message */
export const dingRoutes = ({ company, received, nextId }: World): Route[] => [
	route<Send>('POST', '/v1.0/robot/ding/send', ({ body: { robotCode, remindType, receiverUserIdList, content } }) => {
		if (robotCode !== company.robotCode) throw new ApiError('invalid.chatbotId', `invalid.chatbotId ${robotCode}`);
		if (receiverUserIdList.length > (remindType === 1 ? 200 : 20))
			throw new ApiError('ding.receivercount.limit', 'ding receiver count limit');
		if (remindType !== 1) throw new ApiError('ding.serverquota.insufficient', 'ding server quota insufficient');
		const known = new Set(company.users.map(({ userid }) => userid));
		const strangers = receiverUserIdList.filter((one) => !known.has(one));
		const openDingId = `ding${nextId().toString(36)}`;
		const userids = receiverUserIdList.filter((one) => known.has(one));
		received.dings.push({ openDingId, content, remindType, userids, recalled: false });
		return { openDingId, ...(strangers.length > 0 && { failedList: { 'user not exist': strangers } }) };
	}),
	route<{ robotCode: string; openDingId: string }>('POST', '/v1.0/robot/ding/recall', ({ body }) => {
		const ding = received.dings.find(({ openDingId }) => openDingId === body.openDingId);
		if (!ding) throw new ApiError('invalidParameter.param.invalid', '参数不合法');
		ding.recalled = true;
		return { openDingId: ding.openDingId };
	}),
];
