import type { Route, World } from '../../world';
import { chinaTime } from '../../time';
import { served } from './forms';

/** What became of submissions, and what was said of them: https://open.dingtalk.com/document/development/change-records-of-query-forms and its neighbour. */
export const yidaHistoryRoutes = (world: World): Route[] => {
	const { submissions, remarks, forms } = world.data.yida;
	const serve = served(world);
	const named = (ids: string[]) => submissions.filter(({ formInstanceId }) => ids.includes(formInstanceId));
	return [
		serve('POST /v1.0/yida/forms/operationsLogs/query', ({ body }) => ({
			operationLogMap: Object.fromEntries(
				named(body.formInstanceIdList).map(({ formInstanceId, formUuid, originator, created, modified, values }) => {
					const [first] = forms.find((one) => one.formUuid === formUuid)?.components ?? [];
					const displayName = world.company.users.find(({ userid }) => userid === originator)?.name;
					const entry = (operationType: string, at: number) => ({
						currentText: String(values[first?.fieldId ?? '']),
						gmtModified: chinaTime(at),
						operationType,
						componentName: first?.label,
						operator: { displayName },
					});
					const changed = modified > created ? [entry('UPDATE', modified)] : [];
					return [formInstanceId, [entry('CREATE', created), ...changed]];
				}),
			),
		})),
		serve('POST /v1.0/yida/forms/remarks/query', ({ body }) => ({
			formRemarkVoMap: Object.fromEntries(
				named(body.formInstanceIdList).map(({ formInstanceId: formInstId }) => [
					formInstId,
					remarks
						.filter(({ formInstanceId }) => formInstanceId === formInstId)
						.map(({ id, content, userId: creator, created: gmtCreate }) => ({
							id,
							formInstId,
							creator,
							gmtCreate,
							content,
							images: '[]',
							files: '[]',
						})),
				]),
			),
		})),
	];
};
