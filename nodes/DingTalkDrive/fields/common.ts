import { defineField } from '../../runtime/field';
import { conflictStrategies } from '../../shared/driveUpload';

/** What becomes of something of the same name. */
export const conflictStrategy = defineField({
	displayName: 'If the Name Exists',
	zh: '同名处理',
	name: 'conflictStrategy',
	type: 'options',
	default: 'AUTO_RENAME',
	options: conflictStrategies,
});

export const waitForTask = defineField({
	displayName: 'Wait for the End',
	zh: { name: '等待完成', description: '文件夹在后台处理：是否等待其完成（最多一分钟，每次查询一次调用）' },
	name: 'waitForTask',
	type: 'boolean',
	under: 'options',
	default: true,
	description:
		'Whether to wait for the end of what DingTalk does in the background with folders: up to a minute, one call per look',
});

/** Names that DingTalk refuses. https://open.dingtalk.com/document/development/submittal-file */
const FORBIDDEN = /^(?![\s\S]*[\t*"<>|])[\s\S]*[^.]$/;

export const namePattern = {
	test: FORBIDDEN,
	en: 'must not contain tab * " < > | and must not end in a dot',
	zh: '不能包含制表符和 * " < > |，且不能以“.”结尾',
} as const;
