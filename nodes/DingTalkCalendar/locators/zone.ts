import { defineListBy } from '../../runtime/list';
import { defineLocator } from '../../runtime/locator';

/** The zone of one event. The names are those that this Node.js knows. */
export const zone = defineLocator({
	displayName: 'Time Zone',
	zh: {
		name: '时区',
		description: '日程的时区：没有时区的时间和全天日程的日期按此时区；留空为工作流的时区',
	},
	name: 'timeZone',
	zone: true,
	under: 'options',
	description: "Zone of the event: times without a zone, and whole days, are in it. Empty: the workflow's time zone.",
	placeholder: 'e.g. Europe/Berlin',
	list: defineListBy([], async (_, { filter }) => {
		const wanted = filter.toLowerCase().replace(/ /g, '_');
		const names = Intl.supportedValuesOf('timeZone').filter((name) => name.toLowerCase().includes(wanted));
		return await Promise.resolve({ entries: names.map((name) => ({ name: name.replace(/_/g, ' '), value: name })) });
	}),
});
