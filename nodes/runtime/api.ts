import { InputError } from './inputError';
import { callerOf } from './caller';
import { businessOf } from './answer';
import { fetchFile, sendFile, type FileSettings } from './files';
import { lookUpsOf } from './lookUps';
import type { Api } from './operation';
import type { Running } from './running';

/** The calls that a procedure, and what comes before an operation's own call, may make. */
export function apiFor(running: Running, file?: FileSettings): Api {
	const { client, memory, context, hints } = running;
	const lookUps = lookUpsOf(client, memory, hints);
	return {
		...lookUps,
		call: async (route, parts, options) => {
			const answer = await lookUps.call(route, parts, options);
			running.urls.note(answer);
			return answer;
		},
		post: async (url, body) => businessOf(await client.post(url, body)),
		put: async (url, part, headers) => await sendFile(running, { url, headers }, part),
		download: async (target, json) => {
			if (!file) throw new InputError('Put Output File in Field', 'is missing', '缺少输出字段');
			return await fetchFile(running, target, file, json);
		},
		caller: callerOf(context),
		pause: client.pause,
		cancelled: client.cancelled,
		timezone: context.getTimezone(),
		kept: () => context.getWorkflowStaticData('node'),
		hint: (en, zh) => hints.add(en, zh),
	};
}
