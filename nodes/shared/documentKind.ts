import type { Explain } from '../runtime/explain';
import { nodesOf, type DocumentKind } from './alidocs';

interface Kind {
	en: string;
	zh: string;
	/** Our node for it. */
	node: string;
}

const kinds: Readonly<Record<DocumentKind, Kind>> = {
	able: { en: 'an AI table', zh: ' AI 表格', node: 'DingTalk AI Table' },
	axls: { en: 'a spreadsheet', zh: '表格', node: 'DingTalk Spreadsheet' },
	adoc: { en: 'a text document', zh: '文字文档', node: 'DingTalk Docs' },
};
const folder: Kind = { en: 'a folder', zh: '文件夹', node: 'DingTalk Drive' };
const file: Kind = { en: 'a file', zh: '文件', node: 'DingTalk Drive' };

const isDocument = (extension: unknown): extension is DocumentKind =>
	typeof extension === 'string' && Object.hasOwn(kinds, extension);

/**
 * Names what a link leads to where DingTalk refuses it as the wrong kind of document. One call, for the failed item only.
 * @param wanted what the field takes
 * @param field name of the locator, whose value is a node ID
 * @param codes of DingTalk's refusals
 */
export const explainKind = (wanted: DocumentKind | 'file', field: string, codes: readonly string[]): Explain => ({
	codes,
	tell: async ({ [field]: id, operator }, api) => {
		const nodes = await api.once(
			`kind of ${String(id)}`,
			async () => await nodesOf([String(id)], String(operator), api),
		);
		const [node] = nodes;
		if (!node) return undefined;
		const { extension, type, name } = node;
		const found = type === 'FOLDER' ? folder : isDocument(extension) ? kinds[extension] : file;
		const right = wanted === 'file' ? file : kinds[wanted];
		if (found === right) return undefined;
		const title = String(name).replace(/\.(able|axls|adoc)$/, '');
		return {
			en: `"${title}" is ${found.en}, not ${right.en}. Use the node ${found.node} for it, or choose ${right.en}.`,
			zh: `“${title}”是${found.zh}，不是${right.zh}。请改用“${found.node}”节点，或选择${right.zh}。`,
		};
	},
});
