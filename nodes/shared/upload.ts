import type { FilePart } from '../protocol/request';
import { needed } from '../runtime/answer';
import { InputError, type Api } from '../runtime/operation';

const MB = 1024 * 1024;

/** What DingTalk takes per kind of media, as its page says. https://open.dingtalk.com/document/development/upload-media-files */
const KINDS = {
	image: { most: 20 * MB, extensions: ['jpg', 'gif', 'png', 'bmp'] },
	voice: { most: 2 * MB, extensions: ['amr', 'mp3', 'wav'] },
	video: { most: 20 * MB, extensions: ['mp4'] },
	file: { most: 20 * MB, extensions: ['doc', 'docx', 'xls', 'xlsx', 'ppt', 'pptx', 'zip', 'pdf', 'rar'] },
} as const satisfies Record<string, { most: number; extensions: readonly string[] }>;

export type MediaKind = keyof typeof KINDS;

/** Files that other clients of DingTalk send, though its page does not list them. */
const ALSO_SENT: readonly string[] = ['txt', 'md', 'csv', 'json', 'gz'];

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
	'text/plain': 'txt',
	'text/markdown': 'md',
	'text/csv': 'csv',
	'application/json': 'json',
	'application/gzip': 'gz',
};

const extensionOf = (name: string) => /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';

/** The file under a name that DingTalk understands: `.jpeg` is `.jpg` to it, and a missing extension follows from the MIME type. */
function named(file: FilePart, fitting: readonly string[]): FilePart | undefined {
	const given = extensionOf(file.name);
	if (fitting.includes(given)) return file;
	const extension = given === 'jpeg' ? 'jpg' : (EXTENSION_OF[file.mimeType.split(';')[0]?.trim() ?? ''] ?? '');
	// A name that says something else (report.xlsm) is not changed: DingTalk would show a file that does not open.
	const says = !['', 'jpeg', 'bin'].includes(given);
	if (says || !fitting.includes(extension)) return undefined;
	return { ...file, name: `${file.name.replace(/\.(jpeg|bin)$/i, '')}.${extension}` };
}

/**
 * The file as it may be sent: under a name that DingTalk understands, and not too large. What an ordinary file may be is for DingTalk
 * to say (`warnOfExtension`); a picture, recording or video of another format could not be shown.
 * @param field displayName of the field that names the file. @param most Bytes, where the message allows less than the upload.
 * @throws InputError for an empty, too large or unsuitable file.
 */
export function acceptable(file: FilePart, kind: MediaKind, field: string, most: number = KINDS[kind].most): FilePart {
	const { extensions } = KINDS[kind];
	const limit = Math.min(most, KINDS[kind].most) / MB;
	const fit = kind === 'file' ? (named(file, [...extensions, ...ALSO_SENT]) ?? file) : named(file, extensions);
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

/** Says beside the output that DingTalk's page does not list files of this extension for their kind. */
export function warnOfExtension({ hint }: Pick<Api, 'hint'>, { name }: FilePart, kind: MediaKind): void {
	const extensions: readonly string[] = KINDS[kind].extensions;
	const given = extensionOf(name);
	if (extensions.includes(given)) return;
	const what = given === '' ? 'Files without an extension' : `Files ending in .${given}`;
	const zhWhat = given === '' ? '没有扩展名的文件' : `.${given} 文件`;
	hint(
		`${what} are not among those that DingTalk's documentation lists for the type ${kind} (${extensions.join(', ')}). They were sent all the same; check that the receiver can open them`,
		`${zhWhat}不在钉钉文档列出的 ${kind} 类型格式中（${extensions.join('、')}），已照常发送，请确认接收方能否打开`,
	);
}

/** Uploads a file that `acceptable` let pass (one call, and only one for the same file in several items; a second upload does no harm) → its media ID. */
export async function upload(
	api: Pick<Api, 'call' | 'once' | 'hint'>,
	file: FilePart,
	kind: MediaKind,
): Promise<string> {
	warnOfExtension(api, file, kind);
	const send = async () => {
		const answer = await api.call('POST /media/upload', { form: { type: kind, media: file } }, { safe: true });
		return needed(answer, 'media_id');
	};
	return file.source === undefined
		? await send()
		: await api.once(['upload', kind, file.name, file.source].join('\n'), send);
}
