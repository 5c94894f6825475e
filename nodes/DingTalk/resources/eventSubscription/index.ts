import type { Resource } from '../../../runtime/operation';
import { remove } from './delete';
import { get } from './get';
import { getFailed } from './getFailed';
import { register } from './register';
import { update } from './update';

export const eventSubscription: Resource = {
	name: 'Event Subscription',
	value: 'eventSubscription',
	description: 'Where the events of the app go, and which did not arrive',
	operations: [register, get, update, remove, getFailed],
	zh: { name: '事件订阅', description: '应用的事件推送地址，以及推送失败的事件' },
};
