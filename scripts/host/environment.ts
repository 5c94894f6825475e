/** Where a started n8n listens; both ports are loopback only. */
export interface Address {
	port: number;
	/** Port of the broker that hands Code nodes to n8n's task runner. */
	brokerPort: number;
}

const switchedOff = [
	'N8N_DIAGNOSTICS_ENABLED',
	'N8N_VERSION_NOTIFICATIONS_ENABLED',
	'N8N_VERSION_NOTIFICATIONS_WHATS_NEW_ENABLED',
	'N8N_TEMPLATES_ENABLED',
	'N8N_PERSONALIZATION_ENABLED',
	'N8N_HIRING_BANNER_ENABLED',
	'N8N_DYNAMIC_BANNERS_ENABLED',
	'N8N_AI_ENABLED',
	'N8N_LICENSE_AUTO_RENEW_ENABLED',
	'N8N_REINSTALL_MISSING_PACKAGES',
	// n8n's Python runner wants a virtual environment beside it; no node here needs it.
	'N8N_PYTHON_ENABLED',
	// The list of verified community nodes comes from n8n's servers.
	'N8N_VERIFIED_PACKAGES_ENABLED',
];

/** The settings that tell n8n its address from outside. n8n 1 reads WEBHOOK_URL, of which n8n 2 warns. */
export const reachedAt = (url: string): NodeJS.ProcessEnv => ({
	N8N_EDITOR_BASE_URL: url,
	N8N_WEBHOOK_URL: url,
	...(process.env.E2E_N8N_FOLDER && { WEBHOOK_URL: url }),
});

/**
 * The environment of an n8n that keeps to this machine: loopback, its own user folder, nothing fetched from n8n's
 * servers. Settings of an n8n that the person already has (`N8N_*`, `DB_*` …) are not inherited.
 */
export function n8nEnvironment(
	userFolder: string,
	{ port, brokerPort }: Address,
	extra: NodeJS.ProcessEnv = {},
): NodeJS.ProcessEnv {
	const inherited = Object.entries(process.env).filter(
		([name]) => !/^(N8N|DB|EXECUTIONS|QUEUE|NODES|WEBHOOK|CREDENTIALS|npm)_|^NODE_(ENV|OPTIONS|PATH)$/.test(name),
	);
	return {
		...Object.fromEntries(inherited),
		...Object.fromEntries(switchedOff.map((name) => [name, 'false'])),
		NODE_ENV: 'production',
		N8N_USER_FOLDER: userFolder,
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_HOST: '127.0.0.1',
		N8N_PORT: String(port),
		N8N_RUNNERS_BROKER_PORT: String(brokerPort),
		...reachedAt(`http://127.0.0.1:${port}/`),
		N8N_UNVERIFIED_PACKAGES_ENABLED: 'true',
		N8N_SECURE_COOKIE: 'false',
		N8N_ENFORCE_SETTINGS_FILE_PERMISSIONS: 'false',
		N8N_LOG_LEVEL: 'info',
		N8N_LOG_OUTPUT: 'console',
		// What n8n 2 does by itself. n8n 1 keeps files in memory, and writes the end of an execution into SQLite in two
		// steps, between which a crash makes it look as if it had not ended.
		N8N_DEFAULT_BINARY_DATA_MODE: 'filesystem',
		DB_SQLITE_POOL_SIZE: '3',
		// Another version of n8n may not know them all, and does not start then.
		...(!process.env.E2E_N8N_FOLDER && { N8N_DISABLED_MODULES: 'instance-ai,mcp,mcp-registry,chat-hub' }),
		...extra,
	};
}
