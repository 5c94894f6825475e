/** The template file that people import, and the example values of its preview. */
import { readFileSync } from 'node:fs';
import { EXAMPLE, TEMPLATE, cardTemplate, variableList } from '../../../scripts/cardTemplate';
import { VARIABLES, buttonsOf } from '../../../nodes/DingTalkSendAndWait/card/variables';

test('the file has just the variables that the node sends, and shows each of them', () => {
	expect(readFileSync(TEMPLATE, 'utf8')).toBe(cardTemplate());
	const { editorData, type, mode } = JSON.parse(cardTemplate()) as Record<string, string>;
	expect([type, mode]).toEqual(['im', 'card']);
	const { schema } = JSON.parse(editorData) as { schema: { componentsTree: object[] } };
	expect(variableList.map(({ name }) => name)).toEqual(VARIABLES);
	const tree = JSON.stringify(schema.componentsTree);
	for (const name of VARIABLES) expect(tree).toMatch(new RegExp(`"variable":"${name}"|\\$\\{${name}\\}`));
	// The note is for one person; a variable that is not private shows the same to all.
	expect(variableList.filter((one) => one.private).map(({ name }) => name)).toEqual(['note']);
});

test('the buttons of the preview are as the node makes them', () => {
	const { btns } = JSON.parse(readFileSync(EXAMPLE, 'utf8')) as { btns: unknown };
	const buttons = [
		{ choice: 'approve', label: '同意' },
		{ choice: 'decline', label: '拒绝' },
	] as const;
	expect(JSON.parse(buttonsOf({ subject: '', message: '', buttons }))).toEqual(btns);
});
