/** A group is chosen by its title; where DingTalk does not allow the list, the form says how to get the ID; a wrong one is told how to find the right one. */
import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { productNodes } from '../../../../scripts/products';
import { group } from '../../../../nodes/shared/group';
import { editor, sandboxCredentials } from '../../../support/engine';
import { by, stage } from './support';

const { it: world, run } = stage('robot');
const { methods } = productNodes.find(({ name }) => name === 'dingTalk')?.node ?? {};
const context = () =>
	editor({
		parameters: { resource: 'robot', operation: 'sendToGroup' },
		credentials: sandboxCredentials(world.sandbox),
	});
const search = async (typed: string): Promise<INodeListSearchResult | undefined> =>
	await methods?.listSearch?.openConversationIdList?.call(context() as ILoadOptionsFunctions, typed);

test('the list has the groups of the operator, and finds one by a part of its title', async () => {
	const { openConversationId, title } = world.sandbox.company.group;
	const wanted = { name: expect.stringContaining(title), value: openConversationId };
	expect((await search(''))?.results).toContainEqual(wanted);
	expect((await search(title.slice(0, 2)))?.results).toContainEqual(wanted);
	expect((await search('nothing of the kind'))?.results).toEqual([]);
});

test("where DingTalk does not allow the list its reason is shown, and the field's tooltip has the way without it", async () => {
	world.sandbox.fault({ kind: 'quota', match: '/v1.0/im/innerGroups/recentLists' });
	await expect(search('')).rejects.toThrow('ApiCountLimitForOrg');
	world.sandbox.clearFaults();
	expect(group.description).toMatch(/write to the robot in that group: the trigger gives its conversation\.id/);
	expect(group.zh.description).toMatch(/在该群里 @ 机器人，触发器/);
});

test('a conversation ID that is none', async () => {
	const refused = run('sendToGroup', { openConversationId: by('id', 'cidOfNobody'), text: 'Hello' });
	await expect(refused).rejects.toMatchObject({
		message: expect.stringContaining('invalid.openConversationId'),
		description: expect.stringMatching(/conversation\.id from DingTalk Trigger[^]*在群里 @ 机器人/),
	});
});
