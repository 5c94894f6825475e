/** `npm run sandbox`: the sandbox by itself, until Ctrl-C. Options: --api-port, --oapi-port, --token-ttl (s), --latency (ms), --people, --limits. */
import { parseArgs } from 'node:util';

import { startSandbox } from './index';

const { values } = parseArgs({
	options: {
		'api-port': { type: 'string', default: '7070' },
		'oapi-port': { type: 'string', default: '7071' },
		'token-ttl': { type: 'string', default: '7200' },
		latency: { type: 'string', default: '0' },
		people: { type: 'string', default: '0' },
		limits: { type: 'boolean', default: false },
	},
});

const main = async (): Promise<void> => {
	const { url, legacyUrl, pageUrl, robotWebhook, company, close } = await startSandbox({
		apiPort: Number(values['api-port']),
		oapiPort: Number(values['oapi-port']),
		tokenTtl: Number(values['token-ttl']),
		latency: Number(values.latency),
		people: Number(values.people),
		limits: values.limits,
	});
	console.log(`DingTalk sandbox 钉钉沙箱 — ${company.name}

  Page 页面           ${pageUrl}
  API host            ${url}
  Legacy API host     ${legacyUrl}

  Client ID           ${company.appKey}
  Client Secret       ${company.appSecret}
  Corp ID             ${company.corpId}
  Agent ID            ${company.agentId}
  Robot Code          ${company.robotCode}
  Robot webhook       ${robotWebhook}
  Robot secret        ${company.groupRobot.secret}
  Conversation        ${company.openConversationId}
  Process code        ${company.processCode}

Everything is made up and lives in memory. Ctrl-C ends it.`);
	const end = () => void close().then(() => process.exit(0));
	process.once('SIGINT', end);
	process.once('SIGTERM', end);
};

main().catch((error: Error) => {
	console.error(error.message);
	process.exitCode = 1;
});
