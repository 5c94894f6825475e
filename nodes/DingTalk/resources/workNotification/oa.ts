import type { Values } from '../../../runtime/fieldValues';
import { argb, statusColor } from './color';
import type { contentFields } from './contentFields';
import type { oaFields } from './oaFields';

type OaValues = Pick<
	Values<[...typeof contentFields, ...typeof oaFields]>,
	(typeof oaFields)[number]['name'] | 'messageUrl'
>;

/** Members that are left out together: `undefined` when none is given. */
const some = <T extends object>(members: T): T | undefined =>
	Object.values(members).some((member) => member !== undefined) ? members : undefined;

function body({ oaBody = {}, form }: OaValues) {
	const { richNum, richUnit, fileCount, title, content, image, author } = oaBody;
	const rows = form?.row ?? [];
	return {
		title,
		form: rows.length > 0 ? rows.map(({ key = '', value = '' }) => ({ key, value })) : undefined,
		rich: some({ num: richNum, unit: richUnit }),
		content,
		image,
		file_count: fileCount,
		author,
	};
}

/** The `oa` member of a message. Throws `InputError` for a colour that is none. */
export function oa(values: OaValues): object {
	const { messageUrl, pcMessageUrl, headBgcolor = '', headText, statusValue, statusBg, customStatusBg } = values;
	return {
		message_url: messageUrl,
		pc_message_url: pcMessageUrl,
		head: { bgcolor: argb('Head Color', headBgcolor), text: headText },
		body: body(values),
		status_bar:
			statusValue === undefined
				? undefined
				: { status_value: statusValue, status_bg: statusColor(statusBg, customStatusBg) },
	};
}
