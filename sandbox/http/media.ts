import { createHash } from 'node:crypto';

import { legacy } from '../errors';
import type { Route, World } from '../world';
import { route } from '../world';

const MB = 1024 * 1024;

/** https://open.dingtalk.com/document/development/upload-media-files */
const KINDS: Record<string, { most: number; extensions: string[] }> = {
	image: { most: 20 * MB, extensions: ['jpg', 'gif', 'png', 'bmp'] },
	voice: { most: 2 * MB, extensions: ['amr', 'mp3', 'wav'] },
	video: { most: 20 * MB, extensions: ['mp4'] },
	file: { most: 20 * MB, extensions: ['doc', 'docx', 'xls', 'xlsx', 'ppt', 'pptx', 'zip', 'pdf', 'rar'] },
};

/** Sent by other clients and taken, though the page does not list them. */
const ALSO_TAKEN = ['txt', 'md', 'csv', 'json', 'gz'];

export const mediaRoutes = ({ received, now, nextId }: World): Route[] => [
	{
		ownValues: true,
		...route<{ type: string }>('POST', '/media/upload', ({ body: { type }, files, headers }) => {
			if (!headers['content-type']?.startsWith('multipart/form-data')) throw legacy(43008);
			const kind = KINDS[type];
			if (!kind) throw legacy(40004);
			const file = files.find(({ field }) => field === 'media');
			if (!file) throw legacy(41005);
			if (file.data.length === 0) throw legacy(44001);
			if (file.data.length > kind.most) throw legacy(40006);
			const extension = file.filename.split('.').pop()?.toLowerCase() ?? '';
			const taken = kind.extensions.includes(extension) || (type === 'file' && ALSO_TAKEN.includes(extension));
			if (!taken) throw legacy(40005);
			const mediaId = `@lSandbox${nextId().toString(36)}`;
			received.media.push({
				mediaId,
				type,
				filename: file.filename,
				size: file.data.length,
				sha256: createHash('sha256').update(file.data).digest('hex'),
				at: now(),
			});
			return { type, media_id: mediaId, created_at: now() };
		}),
	},
];
