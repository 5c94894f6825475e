import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';

/** Finds as many free loopback ports as asked for, all different. */
export async function freePorts(count: number): Promise<number[]> {
	const servers = Array.from({ length: count }, () => createServer());
	const ports = await Promise.all(
		servers.map(async (server) => {
			server.listen(0, '127.0.0.1');
			await once(server, 'listening');
			return (server.address() as AddressInfo).port;
		}),
	);
	await Promise.all(servers.map(async (server) => await new Promise((resolve) => server.close(resolve))));
	return ports;
}

/** The port wished for when it is free, else any free one. */
export async function freePort(wished: number): Promise<number> {
	const server = createServer();
	const taken = await new Promise<boolean>((resolve) => {
		server.once('error', () => resolve(true));
		server.listen(wished, '127.0.0.1', () => resolve(false));
	});
	if (taken) return (await freePorts(1))[0];
	await new Promise((resolve) => server.close(resolve));
	return wished;
}
