import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import aliases from '../scripts/aliases.json';
import { aliasesOf } from '../scripts/codex';
import { nodeFolders, packageName, nodeIn } from '../scripts/nodes';

const HAN = /\p{Script=Han}/u;

test.each(Object.entries(aliases))('%s: 15 to 30 search words in each language, none twice', (_, words) => {
	for (const list of [words.en, words.zh]) {
		expect(list.length).toBeGreaterThanOrEqual(15);
		expect(list.length).toBeLessThanOrEqual(30);
		expect(new Set(list.map((word) => word.toLowerCase())).size).toBe(list.length);
	}
	expect(words.en.filter((word) => HAN.test(word))).toEqual([]);
	expect(words.zh.filter((word) => HAN.test(word)).length).toBeGreaterThanOrEqual(12);
	expect(words.en).toEqual(expect.arrayContaining(['DingTalk', 'DingDing']));
	expect(words.zh).toContain('钉钉');
});

test.each(nodeFolders)('%s: its codex names it and says where its documentation is', async (folder) => {
	const file = join(__dirname, '../nodes', folder, `${folder}.node.json`);
	// n8n's panel has groups of its own for nodes that wait for a person, and for parts of an agent.
	const { subcategories, ...codex } = JSON.parse(readFileSync(file, 'utf8'));
	expect(['AI', 'HITL'].some((group) => codex.categories.includes(group))).toBe(subcategories !== undefined);
	// A sub-node of n8n's agents: the panel has it beside the chat models.
	if (folder === 'DingTalkAiCard') expect(subcategories).toEqual({ AI: ['Language Models'] });
	expect(codex).toEqual({
		node: `${packageName}.${nodeIn(folder).description.name}`,
		nodeVersion: '1.0',
		codexVersion: '1.0',
		categories: expect.arrayContaining([expect.any(String)]),
		alias: ['DingTalk', '钉钉'],
		resources: {
			credentialDocumentation: [{ url: expect.stringContaining('#credentials') }],
			primaryDocumentation: [{ url: expect.stringMatching(/^https:\/\/github\.com\//) }],
		},
	});
	expect(await aliasesOf(folder)).toContain('钉钉');
});
