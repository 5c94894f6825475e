import { jsonText } from '../../protocol/request';

export const DISMISSALS = 'GET /v1.0/hrm/employees/dimissionInfos';

/** Most people of one call. https://open.dingtalk.com/document/development/obtain-resignation-information-of-employees-new-version */
export const MOST_DISMISSALS = 50;

/** The list goes out as JSON text in the query. */
export const dismissalsRequest = (people: readonly string[]) => ({ query: { userIdList: jsonText([...people]) } });
