import type { Resource } from '../../../runtime/operation';
import { complete } from './complete';
import hints from './hints.json';
import { recognizeText } from './recognizeText';
import { translate } from './translate';

export const ai: Resource = {
	name: 'AI Service',
	value: 'ai',
	description: 'Translation, text recognition, language models',
	operations: [translate, recognizeText, complete],
	zh: { name: 'AI 服务', description: '翻译、文字识别、大模型' },
	hints,
};
