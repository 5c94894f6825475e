/** Writes into `dist/` what is derived from the nodes: their search words and the previews of their output. Both load every node. */
import { writeAliases } from './codex';
import { writePreviews } from './previews';

const dist = process.argv[2] ?? 'dist';

Promise.all([writeAliases(dist), writePreviews(dist)]).catch((error: unknown) => {
	console.error(error);
	process.exitCode = 1;
});
