/** Three ways to send look alike: each says in its label or first line whose message it is, and names the others in its notice. */
import { productNodes } from '../../../../scripts/products';

const { resources = [] } = productNodes.find(({ name }) => name === 'dingTalk') ?? {};
const sends = [
	['workNotification', 'send', /in the name of the app/, /以应用名义/, 'App Robot', '应用机器人'],
	['robot', 'sendToUsers', /the app's robot/, /应用机器人/, 'Work Notification', '工作通知'],
	['robot', 'sendToGroup', /the app's robot/, /应用机器人/, 'Group Robot', '群机器人'],
	['groupRobot', 'send', /webhook/, /Webhook/, 'App Robot', '应用机器人'],
] as const;

test.each(sends)('%s %s', (resource, operation, does, doesInChinese, other, otherInChinese) => {
	const { name, action, description, zh } =
		resources.find(({ value }) => value === resource)?.operations.find(({ value }) => value === operation) ?? {};
	expect(name).toBeDefined();
	const [first = '', ...notice] = (description ?? '').split('. ');
	const [firstInChinese = '', ...noticeInChinese] = (zh?.description ?? '').split('。');
	expect(`${action} ${first}`).toMatch(does);
	expect(`${zh?.action} ${firstInChinese}`).toMatch(doesInChinese);
	expect(notice.join('. ')).toContain(other);
	expect(noticeInChinese.join('。')).toContain(otherInChinese);
	expect(resources.map((one) => one.name)).toContain(other);
	expect(resources.map((one) => one.zh.name)).toContain(otherInChinese);
});
