import { newBase } from '../../data/aiTable';
import type { Dentry } from '../../data/drive';
import { ApiError } from '../../errors';
import type { Signed } from '../../storage';
import type { Route, World } from '../../world';
import { operation } from '../operation';
import { extensionOf, isOnline, legalName, paramError } from './tree';
import type { Conflict, Tree } from './tree';

interface Upload {
	spaceId: string;
	parentId: string;
	/** Set once the bytes have come. */
	data?: Buffer;
}

interface UploadInfo {
	protocol: string;
	option?: { storageDriver?: string; preCheckParam?: { size?: number; name?: string } };
}

interface Commit {
	uploadKey: string;
	name: string;
	option?: {
		size?: number;
		conflictStrategy?: Conflict;
		appProperties?: Dentry['appProperties'];
		convertToOnlineDoc?: boolean;
		convertToOnlineDocTargetDocumentType?: 'DOC' | 'WORKBOOK' | 'SMART_TABLE';
	};
}

const REGION = 'ZHANGJIAKOU';
const FILES = '/v2.0/storage/spaces/files/{parentDentryUuid}';
const TARGETS = { DOC: 'adoc', WORKBOOK: 'axls', SMART_TABLE: 'able' } as const;
/** What a file becomes when the target is left open: by its extension. */
const SOURCES: Record<string, keyof typeof TARGETS> = {
	doc: 'DOC',
	docx: 'DOC',
	md: 'DOC',
	txt: 'DOC',
	xls: 'WORKBOOK',
	xlsx: 'WORKBOOK',
	csv: 'WORKBOOK',
};

const signature = ({ resourceUrls, headers, expirationSeconds }: Signed) => ({
	protocol: 'HEADER_SIGNATURE',
	headerSignatureInfo: { resourceUrls, headers, expirationSeconds, region: REGION, internalResourceUrls: [] },
});

/** Bytes in and out, by way of the storage host: https://open.dingtalk.com/document/development/obtain-file-upload-informations */
export const transferRoutes = (world: World, tree: Tree): Route[] => {
	const { storage, data } = world;
	const uploads = new Map<string, Upload>();
	const refusals = { invalid: paramError, stranger: (id: string) => paramError(`unionId ${id}`) };

	const parent = (uuid: string, unionId: string) => {
		const place = tree.place(uuid);
		if (!place) throw new ApiError('paramError.parentDentryUuid', 'parentDentryUuid is invalid');
		tree.space(place.spaceId, unionId);
		return { spaceId: place.spaceId, parentId: tree.folder(place.spaceId, place.dentryId) };
	};
	const used = (spaceId: string): number =>
		data.drive.dentries
			.filter((one) => one.spaceId === spaceId)
			.reduce((sum, { versions }) => sum + (versions.at(-1)?.length ?? 0), 0);
	const fits = (spaceId: string, size: number): void => {
		const quota = data.drive.spaces.find((one) => one.spaceId === spaceId)?.quota;
		if (quota !== undefined && used(spaceId) + size > quota)
			throw new ApiError('spaceQuotaInsufficient', 'quota of the space is insufficient');
	};
	const online = (
		{ convertToOnlineDoc, convertToOnlineDocTargetDocumentType: wanted }: NonNullable<Commit['option']>,
		name: string,
	) => {
		if (!convertToOnlineDoc) return name;
		const target = wanted ?? SOURCES[extensionOf(name)];
		if (!target) throw new ApiError('dentryFormatNotSupport', 'format is not supported');
		return `${name.replace(/\.[^.]*$/, '')}.${TARGETS[target]}`;
	};

	return [
		operation<UploadInfo>(
			world,
			`POST ${FILES}/uploadInfos/query`,
			({ path: { parentDentryUuid }, query: { unionId }, body: { protocol, option = {} } }) => {
				const place = parent(parentDentryUuid, unionId);
				if (protocol !== 'HEADER_SIGNATURE') throw new ApiError('paramError.protocol', 'protocol is invalid');
				const { storageDriver = 'DINGTALK', preCheckParam = {} } = option;
				if (storageDriver !== 'DINGTALK') throw new ApiError('paramError.storageDriver', 'storageDriver is invalid');
				if (preCheckParam.name !== undefined) legalName(preCheckParam.name);
				fits(place.spaceId, preCheckParam.size ?? 0);
				const uploadKey = `up${world.nextId().toString(36)}`;
				const upload: Upload = { ...place };
				uploads.set(uploadKey, upload);
				return { uploadKey, storageDriver, ...signature(storage.signPut((bytes) => (upload.data = bytes))) };
			},
			refusals,
		),
		operation<Commit>(
			world,
			`POST ${FILES}/commit`,
			({ path: { parentDentryUuid }, query: { unionId }, body: { uploadKey, name, option = {} } }) => {
				const place = parent(parentDentryUuid, unionId);
				const upload = uploads.get(uploadKey);
				if (!upload || upload.spaceId !== place.spaceId || upload.parentId !== place.parentId)
					throw new ApiError('paramError.uploadKey', 'uploadKey is invalid');
				if (!upload.data) throw new ApiError('dentryStoreError', 'no file has been uploaded');
				// The page says that a size which is not the file's is refused, and gives no code for it.
				if (option.size !== undefined && option.size !== upload.data.length) throw paramError('size does not match');
				fits(place.spaceId, upload.data.length);
				const { conflictStrategy, appProperties } = option;
				const file = {
					...place,
					type: 'FILE' as const,
					name: online(option, legalName(name)),
					versions: [upload.data],
					appProperties,
				};
				const dentry = tree.add(file, unionId, conflictStrategy, 'dentryNameConflict');
				uploads.delete(uploadKey);
				if (extensionOf(dentry.name) === 'able') newBase(data.aiTable, dentry.uuid);
				return { dentry: { ...tree.show(dentry), category: isOnline(dentry) ? 'ALI_DOC' : 'OTHER' } };
			},
			refusals,
		),
		operation<{ option?: { version?: number } }>(
			world,
			'POST /v1.0/storage/spaces/{spaceId}/dentries/{dentryId}/downloadInfos/query',
			({ path: { spaceId, dentryId }, query: { unionId }, body: { option = {} } }) => {
				tree.space(spaceId, unionId);
				const dentry = tree.dentry(spaceId, dentryId);
				if (dentry.type === 'FOLDER' || isOnline(dentry))
					throw new ApiError('operationNotSupported', 'download is not supported');
				const { version = dentry.versions.length } = option;
				if (!dentry.versions[version - 1]) throw paramError(`version ${version} not exist`);
				return signature(storage.signGet(dentry.name, () => dentry.versions[version - 1]));
			},
			refusals,
		),
		// Pictures and attachments inside of documents and tables.
		operation<{ size: number; mediaType: string; resourceName: string }>(
			world,
			'POST /v1.0/doc/docs/resources/{docId}/uploadInfos/query',
			({ path: { docId }, body: { size, mediaType, resourceName } }) => {
				if (!tree.place(docId)) throw new ApiError('docNotExist', 'doc not exist', 404);
				const resourceId = `res${world.nextId().toString(36)}`;
				const resourceUrl = `/core/api/resources/${mediaType.startsWith('image/') ? 'img' : 'file'}/${resourceId}`;
				const resource = { resourceUrl, name: resourceName, mediaType, size, data: undefined as Buffer | undefined };
				const write = (bytes: Buffer) => {
					if (bytes.length === size) resource.data = bytes;
				};
				data.aiTable.resources.set(resourceId, resource);
				return {
					success: true,
					result: { uploadUrl: storage.signLink({ write }, mediaType), resourceId, resourceUrl },
				};
			},
			refusals,
		),
	];
};
