import type { Route } from '../world';
import { route } from '../world';

/** Templates of the card platform whose variables are told; of every other one nothing is. */
const VARIABLES: Record<string, string[]> = {
	'sendAndWait.schema': ['title', 'content', 'status', 'note', 'hasAction', 'btns'],
	'titleOnly.schema': ['title', 'content'],
};

/** What the official SDK knows as GetTemplate; no page documents it. */
export const cardTemplateRoutes = (): Route[] => [
	route<unknown>('GET', '/v1.0/card/templates', ({ query }) => {
		const templateId = String(query.templateId ?? '');
		const names = VARIABLES[templateId];
		const commonVariableList = names?.map((name) => ({ name, type: 'STRING' }));
		return { success: true, data: { templateId, ...(commonVariableList && { commonVariableList }) } };
	}),
];
