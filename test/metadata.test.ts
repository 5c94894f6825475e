/** What the build writes for n8n to start from, of a package made here. The real one is held against its classes by scripts/packCheck.ts and test/e2e/loading.test.ts. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { metadataOf } from '../scripts/metadata';

const files = {
	'package.json': JSON.stringify({
		name: 'n8n-nodes-made-up',
		version: '1.2.3',
		n8n: {
			nodes: ['dist/nodes/Fish/Fish.node.js', 'dist/nodes/Bird/Bird.node.js'],
			credentials: ['dist/credentials/FoodApi.credentials.js'],
		},
	}),
	'dist/nodes/Fish/Fish.node.js': `exports.Fish = class Fish {
		description = {
			name: 'fish', displayName: 'Fish', version: 1, group: ['input'], description: 'd', defaults: { name: 'Fish' },
			icon: { light: 'file:../../icons/fish.svg', dark: 'file:../../icons/fish.dark.svg' },
			inputs: [], outputs: [], credentials: [{ name: 'foodApi', testedBy: 'testFood' }],
			properties: [{ displayName: 'Pond', name: 'pond', type: 'options', typeOptions: { loadOptionsMethod: 'getPonds' }, default: '' }],
		};
		methods = { loadOptions: { async getPonds() { return []; } } };
		async execute() { return []; }
	};`,
	'dist/nodes/Fish/Fish.node.json': JSON.stringify({
		categories: ['Communication'],
		alias: ['鱼'],
		resources: { primaryDocumentation: [{ url: 'https://example.com' }] },
	}),
	'dist/nodes/Bird/Bird.node.js': `exports.Bird = class Bird {
		description = {
			name: 'bird', displayName: 'Bird', version: [1, 2], group: ['input'], description: 'd', defaults: { name: 'Bird' },
			icon: 'file:bird.svg', inputs: [], outputs: [], properties: [], credentials: [{ name: 'foodApi' }],
		};
		async execute() { return []; }
	};`,
	'dist/credentials/FoodApi.credentials.js': `exports.FoodApi = class FoodApi {
		name = 'foodApi';
		displayName = 'Food API';
		icon = { light: 'file:../icons/food.svg', dark: 'file:../icons/food.dark.svg' };
		properties = [];
		async authenticate() {}
	};`,
};

const folder = mkdtempSync(join(tmpdir(), 'metadata-'));
beforeAll(() => {
	for (const [path, content] of Object.entries(files)) {
		mkdirSync(dirname(join(folder, path)), { recursive: true });
		writeFileSync(join(folder, path), content);
	}
});
afterAll(() => rmSync(folder, { recursive: true }));

test('where each class is, and what n8n shows of it', async () => {
	const written = JSON.parse(JSON.stringify(await metadataOf(folder))) as Record<string, unknown>;
	expect(written).toEqual({
		'dist/known/nodes.json': {
			fish: { className: 'Fish', sourcePath: 'dist/nodes/Fish/Fish.node.js' },
			bird: { className: 'Bird', sourcePath: 'dist/nodes/Bird/Bird.node.js' },
		},
		'dist/known/credentials.json': {
			foodApi: {
				className: 'FoodApi',
				sourcePath: 'dist/credentials/FoodApi.credentials.js',
				supportedNodes: ['fish', 'bird'],
			},
		},
		'dist/types/nodes.json': [
			expect.objectContaining({
				name: 'fish',
				iconUrl: {
					light: 'icons/n8n-nodes-made-up/dist/icons/fish.svg',
					dark: 'icons/n8n-nodes-made-up/dist/icons/fish.dark.svg',
				},
				codex: {
					categories: ['Communication'],
					alias: ['鱼'],
					resources: { primaryDocumentation: [{ url: 'https://example.com' }] },
				},
				credentials: [{ name: 'foodApi', testedBy: 'testFood' }],
				communityNodePackageVersion: '1.2.3',
				__loadOptionsMethods: ['getPonds'],
			}),
			expect.objectContaining({
				name: 'bird',
				version: [1, 2],
				iconUrl: 'icons/n8n-nodes-made-up/dist/nodes/Bird/bird.svg',
			}),
		],
		'dist/types/credentials.json': [
			{
				name: 'foodApi',
				displayName: 'Food API',
				iconUrl: {
					light: 'icons/n8n-nodes-made-up/dist/icons/food.svg',
					dark: 'icons/n8n-nodes-made-up/dist/icons/food.dark.svg',
				},
				properties: [],
				supportedNodes: ['fish', 'bird'],
				// n8n asks only whether there is one.
				authenticate: {},
			},
		],
	});
});
