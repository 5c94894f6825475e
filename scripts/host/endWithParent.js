/**
 * Preloaded into n8n: ends it when the process that started it is gone, which has the other end of its standard input. Killed
 * outright that process can end nothing itself, and n8n would run on, busy with a log that nobody reads.
 */
const { isMainThread } = require('node:worker_threads');

// n8n's own threads preload this file, too.
if (isMainThread) {
	const end = () => process.kill(process.pid, 'SIGKILL');
	process.stdin.on('end', end).on('error', end).resume();
	// n8n ends when it has nothing to do.
	process.stdin.unref();
}
