import type { Resource } from '../../../runtime/operation';
import { wrongDocument } from '../../locators/document';
import hints from '../hints.json';
import { append } from './append';
import { create } from './create';
import { deleteBlock } from './deleteBlock';
import { getBlocks } from './getBlocks';
import { getContent } from './getContent';
import { insertBlock } from './insertBlock';
import { update } from './update';
import { updateBlock } from './updateBlock';

export const document: Resource = {
	name: 'Document',
	value: 'document',
	description: 'Text documents: created, read as text, written as markdown',
	zh: { name: '文档', description: '文字文档：创建、读取为文本、以 Markdown 写入' },
	hints,
	explain: wrongDocument,
	operations: [create, getContent, update, append, getBlocks, insertBlock, updateBlock, deleteBlock],
};
