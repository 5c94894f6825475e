import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../scripts/host/build';
import { packageName } from '../scripts/nodes';
import { chain, dingTalk, person } from '../test/e2e/support/workflow';
import type { Bench, Line } from './line';
import { measuredHost, placedPackage, probe, type Probe, slackOf, type Subject } from './loaded';
import { withN8n, withSandbox } from './stage';
import { median } from './stats';

const ROUNDS = 9;
const KB = 1024;

type Name = 'nothing' | 'own' | 'ownClasses' | 'slack' | 'slackClasses';

const words: Record<Exclude<Name, 'nothing'>, string> = {
	own: 'the package, by its files',
	ownClasses: 'the package, by its classes',
	slack: "n8n's Slack node, by its files",
	slackClasses: "n8n's Slack node, by its classes",
};
const shown: Array<Exclude<Name, 'nothing'>> = ['own', 'ownClasses', 'slack', 'slackClasses'];

/** Modules of the package that a real n8n loads: at its start, and when one to-do is created. */
async function inN8n(): Promise<Line[]> {
	const userFolder = realpathSync(mkdtempSync(join(tmpdir(), 'n8n-load-')));
	const log = join(userFolder, 'modules.log');
	writeFileSync(log, '');
	const loaded = () => readFileSync(log, 'utf8').split('\n').length - 1;
	const env = {
		NODE_OPTIONS: `--require=${join(root, 'scripts', 'host', 'moduleLog.js')}`,
		MODULE_LOG: log,
		MODULE_LOG_FOLDER: join(userFolder, '.n8n', 'nodes', 'node_modules', packageName),
	};
	const create = dingTalk('todo', 'create', { person: person('zhangsan'), subject: 'one', additionalFields: {} });
	try {
		return await withN8n(
			async (n8n) =>
				await withSandbox(n8n, {}, async ({ save, run }) => {
					const atStart = loaded();
					await run(await save(chain('load', [create])));
					return [
						{ what: 'modules in a real n8n, at its start', value: atStart },
						{ what: 'modules in a real n8n, for one run of To-Do · Create', value: loaded() - atStart },
					];
				}),
			{ userFolder, env },
		);
	} finally {
		rmSync(userFolder, { recursive: true, force: true });
	}
}

export const load: Bench = {
	name: 'load',
	about: "what the package adds to n8n's start, by the files of the build and by its classes, beside n8n's Slack node",
	run: async (say) => {
		const { host, settings } = await measuredHost();
		say(`${settings}; medians of ${ROUNDS} rounds, each in fresh processes that have n8n-core`);
		const slack = slackOf(host);
		const own = placedPackage();
		const subjects: Record<Name, Subject> = {
			nothing: ['nothing', root],
			own: own.files,
			ownClasses: own.classes,
			slack: slack.files,
			slackClasses: slack.classes,
		};
		// In turn, so that what else the machine does falls on all alike.
		const rounds = Array.from({ length: ROUNDS }, () => ({
			nothing: probe(host, subjects.nothing),
			own: probe(host, subjects.own),
			ownClasses: probe(host, subjects.ownClasses),
			slack: probe(host, subjects.slack),
			slackClasses: probe(host, subjects.slackClasses),
		}));
		const of = (name: Name, value: (probe: Probe) => number) => median(rounds.map((round) => value(round[name])));
		const lines = (what: string, unit: Line['unit'], value: (probe: Probe) => number): Line[] =>
			shown.map((name) => ({ what: `${what}: ${words[name]}`, value: of(name, value), unit }));
		const time = ({ milliseconds }: Probe) => milliseconds;
		return [
			...lines('time', 'ms', time),
			{ what: 'time: files : classes', value: of('own', time) / of('ownClasses', time), atMost: 0.5 },
			...lines('heap', 'KB', ({ heapBytes }) => heapBytes / KB),
			...lines('heap that stays', 'KB', ({ keptBytes }) => keptBytes / KB),
			...lines('modules', undefined, ({ modules }) => modules),
			{
				what: 'process size, with the package : without',
				value: of('own', ({ rssBytes }) => rssBytes) / of('nothing', ({ rssBytes }) => rssBytes),
			},
			...(await inN8n()),
		];
	},
};
