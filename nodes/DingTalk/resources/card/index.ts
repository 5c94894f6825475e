import type { Resource } from '../../../runtime/operation';
import { create } from './create';
import { deliver } from './deliver';
import hints from './hints.json';
import { pin } from './pin';
import { registerCallback } from './registerCallback';
import { respond } from './respond';
import { send } from './send';
import { unpin } from './unpin';
import { update } from './update';

export const card: Resource = {
	name: 'Card',
	value: 'card',
	description: 'Interactive cards: sent, updated, pinned, answered',
	operations: [send, update, respond, create, deliver, pin, unpin, registerCallback],
	zh: { name: '互动卡片', description: '发送、更新、吊顶、响应点击' },
	hints,
};
