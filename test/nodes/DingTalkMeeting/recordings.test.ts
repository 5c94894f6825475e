/** Recordings, transcripts, minutes and live streams through the node, in the sandbox. */
import { startSandbox, type Sandbox } from '../../../sandbox';
import { ENDED, RUNNING } from '../../../sandbox/data/meeting';
import { execute, outputs, sandboxCredentials } from '../../support/engine';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
afterAll(async () => await sandbox.close());

const by = (mode: string, value: unknown) => ({ __rl: true, mode, value });
const meeting = (resource: string, operation: string, parameters: object) => ({
	credentials: sandboxCredentials(sandbox),
	product: 'dingTalkMeeting',
	parameters: { resource, operation, ...parameters },
	timezone: 'Asia/Shanghai',
});
const conference = by('id', ENDED);
const calls = (part: string) => sandbox.log.filter(({ path }) => path.includes(part)).length;

describe('recordings', () => {
	test('links of a video by its region, or with a look-up; its file on the wish only', async () => {
		const [video] = await outputs(meeting('recording', 'getAll', { conference, returnAll: true }));
		const mediaId = by('id', video?.mediaId);
		const looked = calls('getVideos');
		const [links] = await outputs(
			meeting('recording', 'download', { conference, mediaId, options: { regionId: video?.regionId } }),
		);
		expect(calls('getVideos')).toBe(looked);
		expect(links).toMatchObject({ duration: 600_000, mp4FileUrl: expect.stringContaining('Signature=') as string });
		const [item] = await execute(meeting('recording', 'download', { conference, mediaId, download: true }));
		expect(calls('getVideos')).toBe(looked + 1);
		expect(item?.binary?.data).toMatchObject({ fileName: `${String(video?.mediaId)}.mp4`, mimeType: 'video/mp4' });
		expect(sandbox.problems()).toEqual([]);
	});

	test('a transcript as paragraphs, page by page, and as one text', async () => {
		const paragraphs = await outputs(
			meeting('recording', 'getTranscript', { conference, format: 'paragraphs', limit: 2, simplify: true }),
		);
		expect(paragraphs).toMatchObject([{ nickName: '李娜', paragraph: '大家好，我们开始。' }, { startTime: 65_000 }]);
		expect(paragraphs[0]).not.toHaveProperty('sentenceList');
		const [text] = await outputs(meeting('recording', 'getTranscript', { conference, format: 'text', limit: 1 }));
		expect(text).toEqual({
			text: '[00:00:01] 李娜: 大家好，我们开始。\n[00:01:05] 张三: 接口已经联调完成。\n[00:02:10] 李四: 我明天发布。',
			paragraphs: 3,
			speakers: ['李娜', '张三', '李四'],
		});
		const late = { fromSeconds: 60, direction: '1' };
		const [first] = await outputs(
			meeting('recording', 'getTranscript', { conference, format: 'paragraphs', returnAll: true, options: late }),
		);
		expect(first).toMatchObject({ nickName: '李四' });
	});

	test('a transcript of more than 2,000 paragraphs is read to its end', async () => {
		const held = sandbox.data.meeting.conferences.find(({ conferenceId }) => conferenceId === RUNNING);
		const one = { nickName: '小钉', unionId: 'x', endTime: 0, paragraph: '好' };
		held?.paragraphs.push(...Array.from({ length: 2001 }, (_, index) => ({ ...one, startTime: index })));
		const before = calls('getTexts');
		const [text] = await outputs(
			meeting('recording', 'getTranscript', { conference: by('id', RUNNING), format: 'text' }),
		);
		expect(text?.paragraphs).toBe(2001);
		expect(calls('getTexts') - before).toBe(2);
	});

	test('only the host records, and a conference that is over is not recorded', async () => {
		const running = by('id', RUNNING);
		await outputs(meeting('recording', 'start', { conference: running, additionalFields: { mode: 'grid' } }));
		const held = sandbox.data.meeting.conferences.find(({ conferenceId }) => conferenceId === RUNNING);
		expect(held?.recording).toBe(true);
		await outputs(meeting('recording', 'stop', { conference: running }));
		expect(held?.recording).toBe(false);
		await expect(execute(meeting('recording', 'start', { conference }))).rejects.toThrow('the meeting has ended');
	});
});

test('minutes: own and shared ones, their text and summary', async () => {
	const [own] = await outputs(meeting('minutes', 'getAll', { of: 'created', returnAll: true }));
	expect(own).toMatchObject({ title: '周会听记' });
	expect(await outputs(meeting('minutes', 'getAll', { of: 'shared', returnAll: true }))).toEqual([]);
	const taskUuid = by('id', own?.taskUuid);
	const [text] = await outputs(meeting('minutes', 'getText', { taskUuid, format: 'text' }));
	expect(text).toMatchObject({ paragraphs: 3 });
	expect(await outputs(meeting('minutes', 'getSummary', { source: 'minutes', taskUuid }))).toEqual([
		{ fullSummary: '接口联调完成，明天发布。' },
	]);
	expect(sandbox.problems()).toEqual([]);
});

describe('live streams', () => {
	const start = new Date(Date.now() + 3_600_000).toISOString();
	const end = new Date(Date.now() + 7_200_000).toISOString();

	test('one is announced, changed and read; viewers come page by page, those from outside marked', async () => {
		const [made] = await outputs(
			meeting('live', 'create', { title: '发布会', start, end, additionalFields: { publicType: '2' } }),
		);
		const liveId = made?.liveId;
		await outputs(meeting('live', 'update', { liveId, updateFields: { title: '新品发布会' } }));
		expect(await outputs(meeting('live', 'get', { liveId }))).toMatchObject([{ title: '新品发布会', liveStatus: 0 }]);
		const [stream] = sandbox.data.meeting.lives;
		const viewer = (index: number) => ({
			unionId: `u${index}`,
			userId: `${index}`,
			name: `${index}`,
			watchLiveTime: 1,
		});
		stream?.viewers.push(...Array.from({ length: 201 }, (_, index) => viewer(index)));
		stream?.viewers.push({ name: '访客', watchLiveTime: 5 });
		const before = calls('watchUsers');
		const viewers = await outputs(meeting('live', 'getViewers', { liveId, returnAll: true }));
		expect(viewers).toHaveLength(202);
		expect(viewers.filter(({ external }) => external)).toEqual([{ name: '访客', watchLiveTime: 5, external: true }]);
		expect(calls('watchUsers') - before).toBe(2);
		expect(await outputs(meeting('live', 'getViewers', { liveId, returnAll: false, limit: 3 }))).toHaveLength(3);
		expect(sandbox.problems()).toEqual([]);
	});

	test.each([
		['create', { title: 'x', start: end, end: start }, 'End: must be after Start'],
		['update', { liveId: 'x', updateFields: {} }, 'Update Fields: is empty'],
		['update', { liveId: 'x', updateFields: { start: end, end: start } }, 'End: must be after Start'],
	])('%s refuses before any request', async (operation, parameters, message) => {
		const before = sandbox.log.length;
		await expect(execute(meeting('live', operation, parameters))).rejects.toThrow(message);
		expect(sandbox.log.length).toBe(before);
	});

	test('a stream in the past is refused with what to do', async () => {
		const past = { start: '2020-01-01T00:00:00Z', end: '2020-01-02T00:00:00Z' };
		await expect(execute(meeting('live', 'create', { title: 'x', ...past }))).rejects.toMatchObject({
			description: expect.stringContaining('future') as string,
		});
	});
});
