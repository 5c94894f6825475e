import type { Resource } from '../../../runtime/operation';
import hints from '../hints.json';
import { download } from './download';
import { getAll } from './getAll';
import { getTranscript } from './getTranscript';
import { start } from './start';
import { stop } from './stop';

export const recording: Resource = {
	name: 'Conference Recording',
	value: 'recording',
	description: 'Cloud recordings of video conferences, and what was said',
	operations: [getAll, download, getTranscript, start, stop],
	zh: { name: '会议录制', description: '视频会议的云录制和文字记录' },
	hints,
};
