import { defineField } from '../../runtime/field';
import { defineLocator } from '../../runtime/locator';

/** A Yida app, by its code or by any link into it. Apps cannot be listed with an app's token. */
export const app = defineLocator({
	displayName: 'App',
	zh: { name: '宜搭应用', description: '粘贴应用或表单的链接，或填写应用编码（APP_ 开头）' },
	name: 'app',
	required: true,
	description: 'Paste a link to the app or to one of its forms, or its code (APP_…)',
	placeholder: 'e.g. APP_PBKT0MFBEBTDO8T7SLVP',
	url: /\b(APP_\w+)/,
	urlPlaceholder: 'https://www.aliwork.com/APP_…/workbench/FORM-…',
});

/** The secret of a Yida app. */
export const systemToken = defineField({
	displayName: 'System Token',
	zh: { name: '应用秘钥', description: '宜搭应用设置 → 部署运维中的 systemToken，请妥善保管' },
	name: 'systemToken',
	type: 'string',
	typeOptions: { password: true },
	id: true,
	required: true,
	default: '',
	description: "The app's secret: Yida → the app's settings → Deployment. It appears in no output and no error.",
});
