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
