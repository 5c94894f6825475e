import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';

const VARIABLE = 'DINGTALK_CLIENT_SECRET';

/** Asks in the terminal without showing what is typed. */
async function ask(question: string): Promise<string> {
	if (!process.stdin.isTTY)
		throw new Error(`Set ${VARIABLE}: there is no terminal to ask in 请设置环境变量 ${VARIABLE}`);
	process.stdout.write(question);
	const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
	const lines = createInterface({ input: process.stdin, output: silent, terminal: true });
	return await new Promise<string>((resolve, reject) => {
		lines.once('close', () => reject(new Error('Ended 已取消')));
		lines.question('', (answer) => {
			process.stdout.write('\n');
			resolve(answer.trim());
			lines.close();
		});
	});
}

/** The app's secret, from the environment or typed. @throws Error where there is none */
export async function clientSecret(): Promise<string> {
	const given = process.env[VARIABLE]?.trim() ?? '';
	// What is started by this process has no need of it.
	delete process.env[VARIABLE];
	const secret = given || (await ask('Client Secret (not shown 不会显示): '));
	if (secret === '') throw new Error('There is no Client Secret 未输入 Client Secret');
	return secret;
}
