import { startPostgres } from './postgres';
import { startRedis } from './redis';

/** What n8n's queue mode needs beside n8n, on loopback, until it is closed. */
export interface Queue {
	/** The environment of n8n and of its workers. */
	env: NodeJS.ProcessEnv;
	close(): Promise<void>;
}

/** Starts PostgreSQL and Redis for an n8n whose workers carry out all executions, those of the editor too. */
export async function startQueue(): Promise<Queue> {
	const [postgres, redis] = await Promise.all([startPostgres(), startRedis()]);
	return {
		env: { ...postgres.database, ...redis.queueMode, OFFLOAD_MANUAL_EXECUTIONS_TO_WORKERS: 'true' },
		close: async () => void (await Promise.all([postgres.close(), redis.close()])),
	};
}
