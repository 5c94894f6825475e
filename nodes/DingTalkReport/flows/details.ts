export const DETAILS = 'GET /v1.0/blackboard/get_blackboard';

/** Both are needed, although the page does not say so. https://open.dingtalk.com/document/development/obtains-the-details-get-blackboard */
export const detailsRequest = (blackboardId: string, operationUserId: string) => ({
	query: { blackboardId, operationUserId },
});
