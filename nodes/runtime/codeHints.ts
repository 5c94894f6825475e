/** What to do about an error, in both languages. */
export interface Hint {
	en: string;
	zh: string;
}

/** Codes whose remedy is more certain than their kind's. https://open.dingtalk.com/document/development/server-api-error-codes-1 */
export const codeHints: Record<string, Hint> = {
	invalidClientIdOrSecret: {
		en: 'Client ID (AppKey) or Client Secret (AppSecret) of the credential is wrong. Copy both again from the console: your app → Credentials.',
		zh: '凭证中的 Client ID（AppKey）或 Client Secret（AppSecret）有误，请从开发者后台“凭证与基础信息”重新复制。',
	},
	'40014': {
		en: 'The access token is not valid, and a fresh one did not help. Check Client ID and Client Secret of the credential; a token of your own (option Access Token) must belong to the same organisation.',
		zh: 'access_token 不合法，重新获取后仍被拒绝。请检查凭证中的 Client ID 与 Client Secret；若在选项中自行填写了 Access Token，请确认它属于同一企业。',
	},
	'42001': {
		en: 'The access token has expired, and a fresh one did not help. Run the node again; a token of your own (option Access Token) lives two hours and must be fetched anew.',
		zh: 'access_token 已过期，重新获取后仍被拒绝。请重新运行；若在选项中自行填写了 Access Token，其有效期为两小时，需要重新获取。',
	},
	'88': {
		en: 'DingTalk refused the access token or a permission without saying which. Check Client ID and Client Secret, the permissions of the app, and the list of server IP addresses in the console.',
		zh: '鉴权异常，钉钉没有说明具体原因。请检查 Client ID 与 Client Secret、应用权限，以及开发者后台的服务器出口 IP 白名单。',
	},
	'40089': {
		en: 'Client ID (AppKey) or Client Secret (AppSecret) is wrong. Copy both again from the console: your app → Credentials.',
		zh: 'Client ID（AppKey）或 Client Secret（AppSecret）不合法，请从开发者后台“凭证与基础信息”重新复制。',
	},
	'40096': {
		en: 'Client ID (AppKey) or Client Secret (AppSecret) is wrong. Copy both again from the console: your app → Credentials.',
		zh: 'Client ID（AppKey）或 Client Secret（AppSecret）不合法，请从开发者后台“凭证与基础信息”重新复制。',
	},
	'AuthenticationFailed.MissingParameter': {
		en: 'The call carried no access token. An operation that works for a signed-in person needs one in the option Access Token.',
		zh: '请求没有携带 access token。以用户身份调用的操作需要在选项“Access Token”中填写。',
	},
	'60011': {
		en: 'The app lacks a permission. Open the DingTalk developer console → your app → Permissions, and apply for it.',
		zh: '应用缺少权限。请打开钉钉开发者后台 → 你的应用 → 权限管理，申请该权限。',
	},
	'Forbidden.AccessDenied.AccessTokenPermissionDenied': {
		en: 'The app lacks a permission. Open the DingTalk developer console → your app → Permissions, and apply for it.',
		zh: '应用缺少权限。请打开钉钉开发者后台 → 你的应用 → 权限管理，申请该权限。',
	},
	orgAuthLevelNotEnough: {
		en: 'The organisation is not verified at the level that this API wants. An administrator can have it verified in the DingTalk admin console.',
		zh: '企业认证等级不足，请联系管理员在钉钉管理后台完成企业认证。',
	},
	'90018': {
		en: 'One app may call one API 20 times a second (60 with a purchase pack). Lower "Calls per Second" in the options, or let fewer workflows call it at the same time.',
		zh: '每个应用对每个接口每秒最多调用 20 次（购买加速包后为 60 次）。请在选项中降低“每秒调用次数”，或减少同时调用该接口的工作流。',
	},
	'90002': {
		en: 'All apps of DingTalk together call this API too often at the moment, mostly on the hour. Run the workflow some minutes away from the full hour.',
		zh: '当前所有应用对该接口的调用总量超限，多发生在整点。请错开整点时刻运行工作流。',
	},
	'90020': {
		en: "The organisation's API calls of this month are used up (5,000 in the standard edition). See the quota in the developer console, buy a package, or wait for next month.",
		zh: '企业本月的接口调用次数已用完（标准版每月 5000 次）。请在开发者后台查看额度、购买资源包或等待下月。',
	},
	'20001': {
		en: "The organisation's quota of messages and events is used up, so DingTalk sends the message without its content. Ask an administrator to buy a package or a larger edition.",
		zh: '企业的消息与事件推送额度已用完，钉钉不再推送消息内容。请联系管理员升级版本或购买增购包。',
	},
	'33012': {
		en: 'There is no such userId in this organisation, or the person is outside the contact range of the app. Check the ID, or extend the range in the console: your app → Permissions → contact range.',
		zh: '企业中没有该 userId，或该员工不在应用的通讯录范围内。请检查 userId，或在开发者后台“权限管理”中扩大通讯录范围。',
	},
	'60121': {
		en: 'No such person in this organisation. Check the id or the mobile number, and that the app may see the person.',
		zh: '企业中找不到该用户。请检查 ID 或手机号，并确认应用有权查看该员工。',
	},
	'50002': {
		en: 'The person is outside the range of the app. Extend it in the console: your app → Permissions → contact range.',
		zh: '该员工不在应用的授权范围内，请在开发者后台“权限管理”中扩大通讯录范围。',
	},
	'50004': {
		en: 'The department is outside the range of the app. Extend it in the console: your app → Permissions → contact range.',
		zh: '该部门不在应用的授权范围内，请在开发者后台“权限管理”中扩大通讯录范围。',
	},
	'60003': {
		en: 'There is no department with this ID. The root department is 1. Choose the department from the list.',
		zh: '部门不存在。根部门的 ID 为 1。请从列表中选择部门。',
	},
	'Forbidden.AccessDenied.IpNotInWhiteList': {
		en: "The server's IP address is not on the app's list. Add it in the console: your app → Security → server egress IP.",
		zh: '服务器出口 IP 不在应用白名单中，请在开发者后台“安全设置”中添加。',
	},
	'60020': {
		en: "The server's IP address is not on the app's list. Add it in the console: your app → Security → server egress IP.",
		zh: '服务器出口 IP 不在应用白名单中，请在开发者后台“安全设置”中添加。',
	},
	'40003': {
		en: 'One of the user IDs is not valid in this organisation. Check each of them: DingTalk Contacts tells the userId of a person.',
		zh: '存在不合法的 userId。请逐个检查，可用 DingTalk Contacts 节点查询员工的 userId。',
	},
	'40035': {
		en: 'A parameter is missing or has the wrong form. DingTalk names it in most cases: check that field.',
		zh: '缺少参数或参数格式有误。请按钉钉返回的原文检查对应字段。',
	},
	'400002': {
		en: 'A parameter is not valid. DingTalk names it in most cases: check that field.',
		zh: '参数无效。请按钉钉返回的原文检查对应字段。',
	},
	'41011': {
		en: 'Agent ID is missing: fill it in here or in the credential.',
		zh: '缺少 Agent ID：请在此处或凭证中填写。',
	},
	'52019': {
		en: 'The Agent ID does not belong to this app. It stands on the page "Credentials and basic information" of the app.',
		zh: 'Agent ID 不属于该应用，请在应用的“凭证与基础信息”页查看。',
	},
	'70003': {
		en: 'No app with this Agent ID. Copy it again from the page Credentials and basic information of the app.',
		zh: 'Agent ID 对应的应用不存在。请在应用的“凭证与基础信息”页重新复制。',
	},
	'71006': {
		en: 'A callback URL is registered already. Use Update instead, or delete the registration first.',
		zh: '回调地址已经存在。请改用“更新”，或先删除已注册的回调。',
	},
	'71007': { en: 'No callback URL is registered. Use Register first.', zh: '尚未注册回调地址，请先使用“注册”。' },
	'71009': {
		en: 'The callback URL did not answer with the encrypted "success". Check token, AES key and that the trigger is listening.',
		zh: '回调地址没有返回加密后的 success。请检查 Token、AES Key 以及触发器是否在监听。',
	},
	'71012': {
		en: 'DingTalk could not reach the callback URL. It must be public and answer within 1.5 seconds. Check WEBHOOK_URL and the reverse proxy of n8n, or use Stream.',
		zh: '钉钉无法访问回调地址。地址必须是公网可访问，并在 1.5 秒内响应。请检查 n8n 的 WEBHOOK_URL 与反向代理，或改用 Stream。',
	},
	'310000': {
		en: 'A protection of the group robot refused the message: a keyword must stand in it, the secret must be right, or the server’s IP must be on its list. DingTalk’s words say which.',
		zh: '群机器人的安全设置拒绝了消息：内容需包含关键词、加签密钥需正确，或服务器 IP 需在白名单中（见钉钉返回的原文）。请据此修改消息或安全设置。',
	},
	'400101': {
		en: "The robot's access token does not exist. Copy the webhook again from the group's robot settings.",
		zh: '机器人的 access_token 不存在，请从群机器人设置中重新复制 Webhook。',
	},
	'400102': {
		en: 'The robot is switched off. Ask the group owner to switch it on.',
		zh: '机器人已停用，请联系群主启用。',
	},
	'400013': { en: 'The group has been dissolved. Choose another group.', zh: '群已被解散。请选择其他群。' },
	'410100': {
		en: 'The group robot sent more than 20 messages in a minute and is blocked for ten minutes. Wait for that time, then send fewer, or join several into one.',
		zh: '群机器人一分钟内发送超过 20 条消息，将被限流 10 分钟。请在 10 分钟后重试，并减少发送或合并消息。',
	},
	'130101': {
		en: 'The group robot sent too fast: a robot may send 20 messages a minute. Send fewer, or join several into one.',
		zh: '群机器人发送过快：每个机器人每分钟最多发送 20 条消息。请减少发送，或将多条内容合并为一条。',
	},
	'660026': {
		en: 'The robot sends too many messages in a minute. Send fewer, or join several into one.',
		zh: '机器人每分钟发送的消息过多。请减少发送，或将多条内容合并为一条。',
	},
	'300001': {
		en: "The robot's access token does not exist. Copy the webhook again from the group's robot settings.",
		zh: '机器人的 access_token 不存在，请从群机器人设置中重新复制 Webhook。',
	},
	'300005': {
		en: "The robot's access token does not exist. Copy the webhook again from the group's robot settings.",
		zh: '机器人的 access_token 不存在，请从群机器人设置中重新复制 Webhook。',
	},
	'143103': {
		en: 'The app sends work notifications to too many people in a minute. Send them in smaller portions, a minute apart.',
		zh: '应用每分钟发送工作通知的人次超限。请分批发送，每批间隔一分钟。',
	},
	'143104': {
		en: 'The apps of this organisation together send work notifications to too many people in a minute. Send them in smaller portions, a minute apart.',
		zh: '企业每分钟发送工作通知的人次超限。请分批发送，每批间隔一分钟。',
	},
	'854001': {
		en: 'The person has this to-do already: one with the same title and form a day, and each Biz ID only once. Change the title, the form or the Biz ID.',
		zh: '待办任务重复：每人每天只能收到一条标题与表单内容相同的待办，且同一用户的 biz_id 不能重复。请修改标题、表单内容或 biz_id。',
	},
	'41052': {
		en: 'There is no result: the notification went to too many people, or its sending has not ended. Ask for the progress first.',
		zh: '没有发送结果：接收人数过多，或发送尚未完成。请先查询发送进度。',
	},
	'param.templateUnpublished': {
		en: 'The card template has not been published. Open the card platform, publish the template, and run the node again.',
		zh: '卡片模板尚未发布，请在卡片平台发布后再运行。',
	},
	'40006': {
		en: 'The file is too large for its type. Send a smaller one, or upload it to DingTalk drive and send its link.',
		zh: '文件大小超过该类型的限制。请压缩后再发送，或上传到钉盘后发送链接。',
	},
	'40005': {
		en: 'DingTalk does not take a file with this extension. Its documentation lists doc, docx, xls, xlsx, ppt, pptx, zip, pdf and rar; put the file into a ZIP.',
		zh: '钉钉不接受该扩展名的文件。文档列出的格式为 doc、docx、xls、xlsx、ppt、pptx、zip、pdf、rar，可将文件压缩为 ZIP 后再发送。',
	},
	'40004': {
		en: 'The media type does not fit the file. Choose the type that fits it, or send it as a file.',
		zh: '媒体文件类型不正确。请选择与文件相符的类型，或作为普通文件发送。',
	},
	noToken: {
		en: 'What answered is not DingTalk: check the API host in the credential (Advanced) and the proxy of the n8n server.',
		zh: '应答的不是钉钉：请检查凭证“高级”中的 API 主机以及 n8n 服务器的代理。',
	},
	webhook: {
		en: "Copy the webhook again from the group's robot settings into the credential, without quotes: the whole URL, or its access_token.",
		zh: '请从群机器人设置中重新复制 Webhook 填入凭证（不带引号）：完整网址或其中的 access_token。',
	},
	'HTTP 413': {
		en: 'The file or the body is too large for a server or proxy on the way. Send less at once, or raise the limit of the proxy.',
		zh: '文件或请求内容超过了服务器或代理允许的大小。请减少单次发送的内容，或调高代理的限制。',
	},
	notJson: {
		en: 'What answered does not speak as DingTalk does: check the hosts of the credential and the proxy of the n8n server. The request may have been carried out, so check in DingTalk before you run it again.',
		zh: '返回内容不是有效的 JSON：请检查凭证中的主机以及 n8n 服务器的代理。请求可能已经执行，再次运行前请先在钉钉中确认。',
	},
	incomplete: {
		en: 'DingTalk carried out a step without telling what the next one needs, so nothing more was sent. Look in DingTalk for what is there before you run it again.',
		zh: '钉钉的返回缺少下一步所需的内容，因此没有继续执行。再次运行前请先在钉钉中确认已完成的部分。',
	},
	sessionEnded: {
		en: 'The conversation no longer takes this reply: a session webhook works until its sessionWebhookExpiresAt. Use Send to People or Send to Group, which need no session.',
		zh: '该会话不再接受回复：会话 Webhook 仅在 sessionWebhookExpiresAt 之前有效。请改用“发送给个人”或“发送到群”，无需会话 Webhook。',
	},
	answerSize: {
		en: 'No answer of DingTalk has this size: check the hosts of the credential and the proxy, or ask for smaller pages. A call that changes something may have been carried out.',
		zh: '钉钉不会返回如此大的结果：请检查凭证中的主机与代理，或减小每页数量。写操作可能已经生效。',
	},
	fileAddress: {
		en: 'Files are fetched over https from public addresses only, or from the hosts of the credential (private deployments: see its Advanced fields).',
		zh: '文件只会通过 https 从公网地址下载，或从凭证中配置的主机下载（私有化部署请检查凭证的“高级”设置）。',
	},
	fileSize: {
		en: 'The limit protects the memory and the disk of the n8n server. Where larger files are needed, raise it under Options.',
		zh: '该限制用于保护 n8n 服务器的内存与磁盘；如确需处理更大的文件，请在选项中调高上限。',
	},
	fileTransfer: {
		en: 'The transfer was tried twice. Check the network and the proxy of the n8n server, or run the node again later.',
		zh: '传输已尝试两次。请检查 n8n 服务器的网络与代理，或稍后重新运行该节点。',
	},
	fileStorage: {
		en: 'Addresses of files are valid for some minutes only. Run the node again to get a new one.',
		zh: '文件地址仅在几分钟内有效，请重新运行节点以获取新地址。',
	},
	'830001': {
		en: 'There is no approval template with this process code. Choose the template from the list.',
		zh: '审批模板不存在，请检查 processCode。',
	},
};
