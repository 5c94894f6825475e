/** Steps whose answer lacks what the next one needs: nothing is sent in its place, and the execution is not green. */
import type { IDataObject } from 'n8n-workflow';
import { needed, neededObject } from '../../../nodes/runtime/answer';
import { execute } from '../../support/engine';
import { fileServer, type FileServer } from '../../support/fileServer';

test.each<[unknown, string, string]>([
	[{ id: 'a' }, 'id', 'a'],
	[{ id: 0 }, 'id', '0'],
	[{ result: { id: 12n } }, 'result.id', '12'],
])('%j has %s', (answer, path, value) => {
	expect(needed(answer, path)).toBe(value);
});

test.each([{}, { id: '' }, { id: null }, { id: {} }, { id: [] }, { id: true }, []])('%j has none', (answer) => {
	expect(() => needed(answer, 'id')).toThrow('the answer lacks "id"');
});

test('an object is one with members, however few', () => {
	expect(neededObject({ dentry: {} }, 'dentry')).toEqual({});
	for (const dentry of [undefined, null, [], 'a'])
		expect(() => neededObject({ dentry }, 'dentry')).toThrow('the answer lacks "dentry"');
});

let server: FileServer | undefined;
afterEach(async () => await server?.close());

const id = (value: unknown) => ({ __rl: true, mode: 'id', value });
const png = { data: Buffer.from('PNG').toString('base64'), mimeType: 'image/png', fileName: 'a.png' };
const pdf = { data: Buffer.from('%PDF').toString('base64'), mimeType: 'application/pdf', fileName: 'a.pdf' };

/** The node against a host that answers with these bodies by path. */
async function failure(product: string, parameters: IDataObject, bodies: Record<string, object>): Promise<Error> {
	const started = await fileServer({
		...Object.fromEntries(
			Object.entries({
				'/v1.0/oauth2/accessToken': { accessToken: 't', expireIn: 7200 },
				'/topapi/v2/user/get': { errcode: 0, result: { unionid: 'union-boss' } },
				...bodies,
			}).map(([path, body]) => [
				path,
				(_, response) => void response.end(JSON.stringify(body).replace(/HOST/g, started.origin)),
			]),
		),
		'/store': (_, response) => void response.end(),
	});
	server = started;
	const outcome = await execute({
		product,
		parameters,
		items: [{ json: {}, binary: { data: parameters.operation === 'addImage' ? png : pdf } }],
		credentials: {
			dingTalkApi: {
				clientId: 'c',
				clientSecret: 'the-secret',
				accessToken: '',
				expiresAt: '',
				agentId: '1',
				defaultOperator: 'boss',
				apiHost: started.origin,
				legacyHost: started.origin,
				fileHosts: '',
			},
		},
	}).catch((error: Error) => error);
	if (!(outcome instanceof Error)) throw new Error(`green: ${JSON.stringify(outcome)}`);
	return outcome;
}
const paths = () => (server?.requests ?? []).map(({ path }) => path.split('?')[0]);

describe('a file for the drive', () => {
	const parameters = {
		resource: 'file',
		operation: 'upload',
		binaryPropertyName: 'data',
		folder: { __rl: true, mode: 'url', value: 'https://alidocs.dingtalk.com/i/nodes/abcdef' },
		space: id(''),
		additionalFields: {},
	};
	const INFO = '/v2.0/storage/spaces/files/abcdef/uploadInfos/query';
	const COMMIT = '/v2.0/storage/spaces/files/abcdef/commit';
	const headerSignatureInfo = { resourceUrls: ['HOST/store'], headers: {} };

	test('without a key nothing is uploaded', async () => {
		const { message } = await failure('dingTalkDrive', parameters, { [INFO]: { headerSignatureInfo } });
		expect(message).toMatch(/the answer lacks "uploadKey".*code incomplete/);
		expect(paths()).not.toContain('/store');
	});

	test('that was committed without a word of it is not green', async () => {
		const { message } = await failure('dingTalkDrive', parameters, {
			[INFO]: { uploadKey: 'k', headerSignatureInfo },
			[COMMIT]: {},
		});
		expect(message).toContain('the answer lacks "dentry"');
		expect(paths()).toContain(COMMIT);
	});

	test.each([{}, { name: 'a.pdf' }, { id: null, uuid: '' }])(
		'that was committed as %j is not green',
		async (dentry) => {
			const bodies = { [INFO]: { uploadKey: 'k', headerSignatureInfo }, [COMMIT]: { dentry } };
			const { message } = await failure('dingTalkDrive', parameters, bodies);
			expect(message).toContain('the answer lacks "uuid|id"');
		},
	);
});

test('a media file without its ID is not green', async () => {
	const parameters = { resource: 'media', operation: 'upload', type: 'file', binaryProperty: 'data' };
	for (const answer of [{ errcode: 0, errmsg: 'ok', type: 'file' }, { errcode: 0, media_id: '' }, {}]) {
		const { message } = await failure('dingTalk', parameters, { '/media/upload': answer });
		expect(message).toContain('the answer lacks "media_id"');
		await server?.close();
	}
	server = undefined;
});

test('a draft without its ID is not sent', async () => {
	const mail = { resource: 'mail', operation: 'send', mailbox: 'a@example.com', to: 'b@example.com', subject: 's' };
	const parameters = { ...mail, bodyKind: 'text', body: 'b', additionalFields: {} };
	const { message } = await failure('dingTalk', parameters, { '/v1.0/mail/users/a%40example.com/messages': {} });
	expect(message).toContain('the answer lacks "message.id"');
});

test('an AI table of a file without its UUID is not green', async () => {
	const COMMIT = '/v2.0/storage/spaces/files/abcdef/commit';
	const { message } = await failure(
		'dingTalkAiTable',
		{
			resource: 'base',
			operation: 'createFromFile',
			parentDentryUuid: 'abcdef',
			binaryPropertyName: 'data',
			additionalFields: { name: 'a.xlsx' },
		},
		{
			'/v2.0/storage/spaces/files/abcdef/uploadInfos/query': {
				uploadKey: 'k',
				headerSignatureInfo: { resourceUrls: ['HOST/store'], headers: {} },
			},
			[COMMIT]: { dentry: { id: '1' } },
		},
	);
	expect(message).toContain('the answer lacks "uuid"');
});

describe('a picture on a sheet', () => {
	const INFO = '/v1.0/doc/docs/resources/book/uploadInfos/query';
	const info = { resourceId: 'r', resourceUrl: '/r', uploadUrl: 'HOST/store' };
	const PLACE = '/v1.0/doc/workbooks/book/sheets/s1/floatImages';
	const parameters = {
		resource: 'sheet',
		operation: 'addImage',
		workbook: id('book'),
		sheet: id('s1'),
		binaryProperty: 'data',
		cell: 'B2',
		width: 1,
		height: 1,
		additionalFields: {},
	};

	test.each(['resourceId', 'resourceUrl', 'uploadUrl'])('without %s nothing is placed', async (name) => {
		const { message } = await failure('dingTalkSpreadsheet', parameters, { [INFO]: { ...info, [name]: undefined } });
		expect(message).toContain(`the answer lacks "${name}"`);
		expect(paths()).not.toContain(PLACE);
	});

	test('that has no ID is not green', async () => {
		const { message } = await failure('dingTalkSpreadsheet', parameters, { [INFO]: info, [PLACE]: { src: '/r' } });
		expect(message).toContain('the answer lacks "id"');
	});
});
