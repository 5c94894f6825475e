import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Bench, openBench } from './support/bench';
import { type Step, chain, dingTalk, person } from './support/workflow';

const MB = 1024 * 1024;
const report = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(15 * MB)]);
const picture = randomBytes(3 * MB);
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

/** A file larger than anything n8n keeps in memory by the way: 15 MB, downloaded, then uploaded to DingTalk. */
describe.each([
	['filesystem', /^filesystem-v2:/],
	['default', /^undefined$/],
	['database', /^database:/],
])("n8n's binary mode %s", (mode, id) => {
	let bench: Bench;
	let files: Server;
	beforeAll(async () => {
		// The shared n8n keeps files in its file system. n8n 1 is to be told which ways it may take.
		const env = { N8N_DEFAULT_BINARY_DATA_MODE: mode, N8N_AVAILABLE_BINARY_DATA_MODES: 'filesystem,database' };
		bench = await openBench(mode === 'filesystem' ? {} : { n8n: { env } });
		files = createServer((request, response) => {
			response.setHeader('content-type', request.url === '/report.pdf' ? 'application/pdf' : 'image/png');
			response.end(request.url === '/report.pdf' ? report : picture);
		}).listen(0, '127.0.0.1');
		await once(files, 'listening');
	});
	afterAll(async () => {
		files.close();
		await bench.close();
	});

	const download = (file: string): Step => ({
		name: 'Download',
		type: 'n8n-nodes-base.httpRequest',
		typeVersion: 4.2,
		parameters: {
			url: `http://127.0.0.1:${(files.address() as AddressInfo).port}/${file}`,
			options: { response: { response: { responseFormat: 'file' } } },
		},
	});

	it('uploads a file of 15 MB byte by byte, and shares it with a group', async () => {
		const { company, received } = bench.sandbox;
		const upload = dingTalk('media', 'upload', { type: 'file', binaryProperty: 'data' }, { name: 'Upload' });
		const share = dingTalk(
			'robot',
			'sendToGroup',
			{
				openConversationId: company.openConversationId,
				messageType: 'file',
				mediaSource: 'binary',
				binaryProperty: 'data',
			},
			{ name: 'Share' },
		);
		const workflow = chain(`binary ${mode}`, [download('report.pdf'), upload, share]);
		// Both take the downloaded file.
		workflow.connections = {
			...workflow.connections,
			Download: { main: [['Upload', 'Share'].map((node) => ({ node, type: 'main', index: 0 }))] },
			Upload: { main: [] },
		};
		const execution = await bench.run(workflow);
		expect(execution.error()).toBeUndefined();
		expect(String(execution.items('Download')[0]?.binary?.data?.id)).toMatch(id);
		const expected = { filename: 'report.pdf', size: report.length, sha256: sha256(report), type: 'file' };
		expect(received.media).toEqual([expect.objectContaining(expected), expect.objectContaining(expected)]);
		expect(received.messages).toEqual([
			expect.objectContaining({
				type: 'sampleFile',
				content: { mediaId: received.media[1]?.mediaId, fileName: 'report.pdf', fileType: 'pdf' },
			}),
		]);
		expect(bench.sandbox.problems()).toEqual([]);
	});

	it('puts a file of 15 MB into the drive and takes it out again, byte by byte', async () => {
		const drive = { space: { __rl: true, mode: 'id', value: '490100001' }, additionalFields: {} };
		const at = (value: string) => ({ __rl: true, mode: 'id', value });
		const up = dingTalk('file', 'upload', { ...drive, binaryPropertyName: 'data', folder: at('0') }, { name: 'Up' });
		const down = dingTalk(
			'file',
			'download',
			{ ...drive, file: at('={{ $json.id }}'), outputBinaryField: 'back' },
			{ name: 'Down' },
		);
		const hash: Step = {
			name: 'Hash',
			type: 'n8n-nodes-base.crypto',
			typeVersion: 1,
			parameters: {
				action: 'hash',
				type: 'SHA256',
				binaryData: true,
				binaryPropertyName: 'back',
				dataPropertyName: 'sha',
			},
		};
		const execution = await bench.run(chain(`binary ${mode}: drive`, [download('report.pdf'), up, down, hash]));
		expect(execution.error()).toBeUndefined();
		expect(String(execution.items('Down')[0]?.binary?.back?.id)).toMatch(id);
		expect(execution.items('Hash')[0]?.json.sha).toBe(sha256(report));
		expect(bench.sandbox.problems()).toEqual([]);
	});

	it('refuses it for a work notification, which takes 10 MB, before any request', async () => {
		bench.sandbox.clearLog();
		const execution = await bench.run(
			chain(`binary ${mode}: too large`, [
				download('report.pdf'),
				dingTalk('workNotification', 'send', {
					people: person('zhangsan'),
					messageType: 'file',
					mediaSource: 'binary',
				}),
			]),
		);
		expect(execution.error()?.message).toMatch(
			/^Input Binary Field: "report\.pdf" has 15\.0 MB; DingTalk accepts at most 10 MB/,
		);
		expect(bench.sandbox.log).toEqual([]);
	});

	it('sends the picture of two items once', async () => {
		const { received } = bench.sandbox;
		received.media.length = 0;
		const twice: Step = {
			name: 'Twice',
			type: 'n8n-nodes-base.code',
			typeVersion: 2,
			parameters: { jsCode: 'const [item] = $input.all(); return [item, item];' },
		};
		const execution = await bench.run(
			chain(`binary ${mode}: twice`, [
				download('chart.png'),
				twice,
				dingTalk('robot', 'sendToUsers', {
					users: person('zhangsan'),
					messageType: 'image',
					mediaSource: 'binary',
					binaryProperty: 'data',
				}),
			]),
		);
		expect(execution.error()).toBeUndefined();
		expect(received.media).toEqual([
			expect.objectContaining({ filename: 'chart.png', sha256: sha256(picture), type: 'image' }),
		]);
		expect(received.messages.filter(({ type }) => type === 'sampleImageMsg')).toHaveLength(2);
	});
});
