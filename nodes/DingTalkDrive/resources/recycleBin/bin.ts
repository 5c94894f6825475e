import { isObject } from '../../../protocol/json';
import { defineField } from '../../../runtime/field';
import type { Api } from '../../../runtime/operation';

export const BIN = 'GET /v1.0/storage/recycleBins';

export const corpId = defineField({
	displayName: 'Corp ID',
	zh: { name: '企业 Corp ID', description: '哪个企业的回收站；留空使用凭证' },
	name: 'corpId',
	type: 'string',
	id: true,
	required: true,
	under: 'options',
	fallback: 'corpId',
	default: '',
	description: 'Whose recycle bin. Empty: that of the credential.',
});

/** The ID of the organisation's recycle bin, asked for once per run; DingTalk has no other kind. https://open.dingtalk.com/document/development/obtain-information-about-the-recycle-bin */
export async function binOf(api: Pick<Api, 'call' | 'once'>, scopeId: string, unionId: string): Promise<string> {
	return await api.once(`recycle bin ${scopeId} ${unionId}`, async () => {
		const { recycleBin } = await api.call(BIN, { query: { recycleBinScope: 'ORG', scopeId, unionId } });
		return isObject(recycleBin) ? String(recycleBin.id) : '';
	});
}
