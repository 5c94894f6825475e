import { failedEvent } from '../../../protocol/callback/failed';
import { defineProcedure, type Json } from '../../../runtime/operation';

const ROUTE = 'GET /call_back/get_call_back_failed_result';

interface Page {
	entries: Json[];
	more: boolean;
}

const pageOf = ({ failed_list: list, has_more: more }: Json): Page => {
	const entries = Array.isArray(list) ? (list as Json[]) : [];
	return { entries, more: more === true && entries.length > 0 };
};

export const getFailed = defineProcedure({
	name: 'Get Failed Events',
	value: 'getFailed',
	action: 'Get failed events of an event subscription',
	description:
		'Get the events that DingTalk could not deliver. 200 per call, until none is left. Each call removes what it returned: keep the output. An event shows up three to five minutes after the last attempt.',
	zh: {
		name: '获取失败事件',
		action: '查询推送失败的事件',
		description:
			'获取未能送达的事件。每次 200 条，直到读完。每次调用都会移除已返回的事件，请保存输出。事件在最后一次重试几分钟后可查',
	},
	docs: 'https://open.dingtalk.com/document/development/obtain-the-event-list-of-failed-push-messages',
	permission: 'qyapi_base',
	routes: [ROUTE],
	fields: [],
	run: async (_, api) => {
		const events: Json[] = [];
		let more = true;
		while (more) {
			// A GET, but not safe to repeat: the events of an answer that got lost are gone.
			const page = await api.call(ROUTE, {}, { safe: false }).then(pageOf, (error: unknown) => {
				if (events.length === 0) throw error;
				// What came before is gone from DingTalk's list: it must reach the workflow, the failure beside it.
				const reason = error instanceof Error ? error.message : String(error);
				return {
					entries: [],
					more: false,
					error: `After ${events.length} events DingTalk answered "${reason}"; there may be more`,
				};
			});
			events.push(...page.entries.map(failedEvent), ...('error' in page ? [{ error: page.error }] : []));
			more = page.more;
		}
		return events;
	},
});
