/**
 * `npm start`: n8n with this package, and a DingTalk to try it on; all on this machine, until Ctrl-C.
 * `npm start -- --check [file …]`: the same unattended; runs every example (or those named) once and ends with 0 only when all have passed.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from './host/build';
import { type Demo, startDemo } from './host/demo';
import { runExample } from './host/examples';
import { PATIENT } from './host/patience';

async function main(): Promise<void> {
	const { values, positionals } = parseArgs({
		options: { check: { type: 'boolean', default: false } },
		allowPositionals: true,
	});
	// Before the demo stands there is nothing to save: what has been started dies with this process.
	let end = (): void => process.exit(130);
	for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => end());

	const userFolder = values.check ? undefined : join(root, '.cache', 'demo');
	const demo = await startDemo({ userFolder, sandbox: values.check ? PATIENT : {}, say: console.log });
	end = () => void demo.stop().then(() => process.exit(0));
	if (values.check) await check(demo, positionals);
	else await welcome(demo);
}

async function welcome({ n8n, sandbox, examples }: Demo): Promise<void> {
	for (const { id, manualTrigger } of examples) if (!manualTrigger) await n8n.api.activate(id);
	console.log(`
  n8n 编辑器             ${n8n.url}
      email              ${n8n.owner.email}
      password           ${n8n.owner.password}
  DingTalk sandbox 沙箱   ${sandbox.pageUrl}

${examples.length} example workflows are in n8n's list. Ctrl-C ends everything. 按 Ctrl-C 全部结束。`);
}

async function check(demo: Demo, only: string[]): Promise<void> {
	const { n8n, sandbox } = demo;
	const examples = demo.examples.filter(({ file }) => only.length === 0 || only.includes(file));
	let failed = examples.length === 0 ? 1 : 0;
	if (examples.length === 0) console.log('✗ There are no examples');
	for (const example of examples) {
		const began = Date.now();
		try {
			const { ran } = await runExample(n8n.api, sandbox, example, example.id);
			console.log(
				`✓ ${example.file}: ${example.name} (${ran.length} nodes, ${((Date.now() - began) / 1000).toFixed(1)} s)`,
			);
		} catch (error) {
			failed += 1;
			console.log(`✗ ${example.file}: ${error instanceof Error ? error.message : String(error)}`);
		}
	}
	await demo.stop();
	console.log(`${examples.length - Math.min(failed, examples.length)} of ${examples.length} examples passed`);
	process.exit(failed > 0 ? 1 : 0);
}

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exit(1);
});
