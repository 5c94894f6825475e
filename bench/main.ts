/**
 * `npm run bench`: all benchmarks but `trigger-hour`, or those named: `npm run bench -- load items`; `trigger` names all that begin with `trigger-`.
 * `--json` prints one JSON object instead of tables; `--built` takes dist/ as it is. Ends with 1 when a target was missed.
 */
import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { buildPackage } from '../scripts/host/build';
import { aiCard } from './aiCard';
import { apiCall } from './apiCall';
import { downloads } from './downloads';
import { forms } from './forms';
import { items } from './items';
import { type Bench, type Line, isMet, table } from './line';
import { lists } from './lists';
import { load } from './load';
import { message1000 } from './message1000';
import { openForm } from './openForm';
import { sendAndWait } from './sendAndWait';
import { table1000 } from './table1000';
import { tokens } from './tokens';
import { triggerAck } from './triggerAck';
import { triggerBurst } from './triggerBurst';
import { triggerCallback } from './triggerCallback';
import { triggerEqual } from './triggerEqual';
import { triggerHour } from './triggerHour';
import { triggerHub } from './triggerHub';

const benches: Bench[] = [
	load,
	forms,
	openForm,
	lists,
	apiCall,
	items,
	message1000,
	table1000,
	tokens,
	triggerHub,
	triggerAck,
	triggerCallback,
	triggerBurst,
	triggerEqual,
	triggerHour,
	downloads,
	aiCard,
	sendAndWait,
];

async function main(): Promise<number> {
	const { values, positionals } = parseArgs({
		options: { json: { type: 'boolean', default: false }, built: { type: 'boolean', default: false } },
		allowPositionals: true,
	});
	const isNamed = (bench: Bench) => (name: string) =>
		bench.name === name || (!bench.onDemand && bench.name.startsWith(`${name}-`));
	const unknown = positionals.filter((name) => !benches.some((bench) => isNamed(bench)(name)));
	if (unknown.length > 0)
		throw new Error(
			`There is no benchmark ${unknown.join(', ')}; there are ${benches.map(({ name }) => name).join(', ')}`,
		);
	const say = (line: string): void => console.error(`  … ${line}`);
	if (!values.built) {
		say('building the package');
		await buildPackage();
	}
	say(`Node ${process.version}, ${cpus().length} cores, load average ${loadavg()[0].toFixed(1)}`);
	const results: Record<string, Line[]> = {};
	for (const { name, about, run, show = table } of benches.filter((bench) =>
		positionals.length === 0 ? !bench.onDemand : positionals.some(isNamed(bench)),
	)) {
		console.error(`${name}: ${about}`);
		results[name] = await run(say);
		if (!values.json) console.log(`${show(results[name])}\n`);
	}
	if (values.json)
		console.log(
			JSON.stringify(
				{ at: new Date().toISOString(), node: process.version, cpus: cpus().length, results },
				undefined,
				'\t',
			),
		);
	return Object.values(results)
		.flat()
		.some((line) => isMet(line) === false)
		? 1
		: 0;
}

main().then(
	(code) => process.exit(code),
	(error: unknown) => {
		console.error(error instanceof Error ? error.message : error);
		process.exit(1);
	},
);
