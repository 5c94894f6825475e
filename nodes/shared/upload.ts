import type { FilePart } from '../protocol/request';
import { InputError, type Api } from '../runtime/operation';

const MB = 1024 * 1024;

/** What DingTalk takes per kind of media. https://open.dingtalk.com/document/development/upload-media-files */
const KINDS = {
	image: { most: 20 * MB, extensions: ['jpg', 'gif', 'png', 'bmp'] },
	voice: { most: 2 * MB, extensions: ['amr', 'mp3', 'wav'] },
	video: { most: 20 * MB, extensions: ['mp4'] },
	file: { most: 20 * MB, extensions: ['doc', 'docx', 'xls', 'xlsx', 'ppt', 'pptx', 'zip', 'pdf', 'rar'] },
} as const satisfies Record<string, { most: number; extensions: readonly string[] }>;

export type MediaKind = keyof typeof KINDS;

/** For files whose name says nothing: DingTalk judges by the extension alone. */
const EXTENSION_OF: Readonly<Record<string, string>> = {
	'image/jpeg': 'jpg',
	'image/gif': 'gif',
	'image/png': 'png',
	'image/bmp': 'bmp',
	'audio/amr': 'amr',
	'audio/mpeg': 'mp3',
	'audio/mp3': 'mp3',
	'audio/wav': 'wav',
	'audio/x-wav': 'wav',
	'audio/wave': 'wav',
	'video/mp4': 'mp4',
	'application/pdf': 'pdf',
	'application/zip': 'zip',
	'application/msword': 'doc',
	'application/vnd.ms-excel': 'xls',
	'application/vnd.ms-powerpoint': 'ppt',
	'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
	'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
	'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'pptx',
	'application/vnd.rar': 'rar',
	'application/x-rar-compressed': 'rar',
};

const extensionOf = (name: string) => /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';

/** The file under a name that DingTalk accepts: `.jpeg` is `.jpg` to it, and a missing extension follows from the MIME type. */
function named(file: FilePart, accepted: readonly string[]): FilePart | undefined {
	const given = extensionOf(file.name);
	if (accepted.includes(given)) return file;
	const extension = given === 'jpeg' ? 'jpg' : (EXTENSION_OF[file.mimeType.split(';')[0]?.trim() ?? ''] ?? '');
	// A name that says something else (report.xlsm) is not renamed: DingTalk would show a file that does not open.
	const says = !['', 'jpeg', 'bin'].includes(given);
	if (says || !accepted.includes(extension)) return undefined;
	return { ...file, name: `${file.name.replace(/\.(jpeg|bin)$/i, '')}.${extension}` };
}

/**
 * The file as it may be sent: with an extension and a size that DingTalk accepts for its kind.
 * @param field displayName of the field that names the file. @param most Bytes, where the message allows less than the upload.
 * @throws InputError for an empty, too large or unsuitable file.
 */
export function acceptable(file: FilePart, kind: MediaKind, field: string, most: number = KINDS[kind].most): FilePart {
	const { extensions } = KINDS[kind];
	const limit = Math.min(most, KINDS[kind].most) / MB;
	const fit = named(file, extensions);
	if (!fit)
		throw new InputError(
			field,
			`"${file.name}" is no ${kind} that DingTalk accepts: ${extensions.join(', ')}`,
			`“${file.name}”不是钉钉支持的格式：${extensions.join('、')}`,
		);
	if (file.size === 0) throw new InputError(field, `"${file.name}" is an empty file`, `“${file.name}”是空文件`);
	if (file.size > limit * MB)
		throw new InputError(
			field,
			`"${file.name}" has ${(file.size / MB).toFixed(1)} MB; DingTalk accepts at most ${limit} MB`,
			`“${file.name}”有 ${(file.size / MB).toFixed(1)} MB，钉钉最多接受 ${limit} MB`,
		);
	return fit;
}

/** Uploads a file that `acceptable` let pass (one call, and only one for the same file in several items; a second upload does no harm) → its media ID. */
export async function upload(api: Pick<Api, 'call' | 'once'>, file: FilePart, kind: MediaKind): Promise<string> {
	const send = async () => {
		const { media_id: mediaId } = await api.call(
			'POST /media/upload',
			{ form: { type: kind, media: file } },
			{ safe: true },
		);
		return String(mediaId);
	};
	return file.source === undefined
		? await send()
		: await api.once(['upload', kind, file.name, file.source].join('\n'), send);
}
