import type { Answered } from '../../data/yida';
import { ApiError } from '../../errors';
import { minuteTime } from '../../time';
import type { Route, World } from '../../world';
import { collection } from '../collection';
import { operation } from '../operation';

const missing = (id: string) => new ApiError('dataNotExist.form.notExists', `表单不存在:${id}`);
const shown = ({ created, ...entry }: Answered) => ({
	...entry,
	createTime: minuteTime(created),
	modifyTime: minuteTime(created),
});

/** Smart forms, https://open.dingtalk.com/document/development/obtain-the-table-filling-instance-list-data and its neighbours. */
export const smartFormRoutes = (world: World): Route[] => {
	const { answers, surveys } = world.data.yida;
	return [
		...collection<Answered>(world, {
			entries: answers,
			id: 'formInstanceId',
			within: ({ path }) => {
				if (path.formCode !== undefined && !surveys.some(({ formCode }) => formCode === path.formCode))
					throw missing(path.formCode);
				return ({ formCode }) => path.formCode === undefined || formCode === path.formCode;
			},
			missing,
			show: shown,
			list: { route: 'GET /v1.0/swform/forms/{formCode}/instances' },
		}),
		operation(world, 'GET /v1.0/swform/instances/{formInstanceId}', ({ path }) => {
			const found = answers.find(({ formInstanceId }) => formInstanceId === path.formInstanceId);
			if (!found) throw missing(path.formInstanceId);
			const { createTime, modifyTime, formCode, forms, title } = shown(found);
			return {
				success: true,
				result: { createTime, modifyTime, creator: found.submitterUserId, formCode, forms, title },
			};
		}),
		...collection(world, {
			entries: surveys,
			id: 'formCode',
			missing,
			show: (entry) => ({ ...entry, memo: '' }),
			list: {
				route: 'GET /v1.0/swform/users/forms',
				filters: { creator: ({ creator }, wanted: string) => creator === wanted },
			},
		}),
	];
};
