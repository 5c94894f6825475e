import { randomBytes } from 'node:crypto';

import { ApiError } from '../errors';
import type { Route, World } from '../world';
import { route } from '../world';

export interface RobotFile {
	name: string;
	data: Buffer;
}

/** Files that people sent the robot: a message holds a code, the code gives an address, the address the bytes. */
export class RobotFiles {
	private readonly files = new Map<string, RobotFile>();

	constructor(private readonly world: World) {}

	/** @returns the `downloadCode` of the message */
	put(file: RobotFile): string {
		const code = randomBytes(12).toString('hex');
		this.files.set(code, file);
		return code;
	}

	get(code: string): RobotFile | undefined {
		return this.files.get(code);
	}

	routes(): Route[] {
		const { company, urls } = this.world;
		return [
			// https://open.dingtalk.com/document/development/download-the-file-content-of-the-robot-receiving-message
			route<{ downloadCode: string; robotCode: string }>(
				'POST',
				'/v1.0/robot/messageFiles/download',
				({ body: { downloadCode, robotCode } }) => {
					if (robotCode !== company.robotCode)
						throw new ApiError('invalidParameter.robotCode.auth', '此downloadCode和机器人robotCode不匹配');
					if (!this.files.has(downloadCode))
						throw new ApiError('invalidParameter.robotCode.downloadCode', '下载码有误或者已经过期');
					return { downloadUrl: `${urls.api}/sandbox/files/${downloadCode}` };
				},
			),
		];
	}
}
