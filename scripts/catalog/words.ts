/** The SDK's slips of the pen, put right before an action is split into words. */
export const SPELLING: Record<string, string> = {
	Toatl: 'Total', Stroage: 'Storage', Quey: 'Query', Cerficate: 'Certificate', Permisson: 'Permission', Moblie: 'Mobile', seach: 'search',
	Avaiable: 'Available', Oranization: 'Organization', Regiester: 'Register', Fileds: 'Fields', Plguin: 'Plugin', Residece: 'Residence',
	DIgital: 'Digital', ALlocation: 'Allocation', Mmanufacture: 'Manufacture', Attachs: 'Attachments', Readed: 'Read', Ownness: 'Ownership',
	Categorys: 'Categories', Qeneral: 'General', Batchlly: 'InBatch', Processconfig: 'ProcessConfig', Columnvals: 'ColumnValues',
	Attrbute: 'Attribute', upate: 'update', Settng: 'Setting', Vedio: 'Video', Recive: 'Receive', Calender: 'Calendar', Storelist: 'StoreList',
	Memebers: 'Members', Vileble: 'Visible', Suppl: 'Supplement', Faile: 'Failed', MiniApp: 'Miniapp',
};

/** Words as DingTalk and n8n write them; everything else gets a capital. */
export const WORDS: Record<string, string> = {
	todo: 'To-Do', todos: 'To-Dos', id: 'ID', ids: 'IDs', oa: 'OA', url: 'URL', urls: 'URLs', ai: 'AI', api: 'API', crm: 'CRM', isv: 'ISV', im: 'IM',
	hrm: 'HRM', sso: 'SSO', sns: 'SNS', pc: 'PC', qps: 'QPS', jsapi: 'JSAPI', faq: 'FAQ', ip: 'IP', html: 'HTML', okr: 'OKR', ble: 'BLE', sts: 'STS',
	dlp: 'DLP', oss: 'OSS', vip: 'VIP', nlp: 'NLP', h: 'H5', ee: 'Exclusive', yyd: 'YYD', apaas: 'aPaaS', paas: 'PaaS', impaas: 'IMPaaS', dpaas: 'DPaaS',
	ding: 'DING', tb: 'Teambition', mes: 'MES', oem: 'OEM', sls: 'SLS', tql: 'TQL', dingtalk: 'DingTalk', caldav: 'CalDAV', aiot: 'AIoT', agoal: 'Agoal',
	org: 'Organization', orgs: 'Organizations', corp: 'Organization', corps: 'Organizations', dept: 'Department', depts: 'Departments',
	emp: 'Employee', emps: 'Employees', userid: 'User ID', unionid: 'Union ID', uid: 'User ID', uids: 'User IDs', cid: 'Conversation ID', cids: 'Conversation IDs',
	msg: 'Message', msgs: 'Messages', conf: 'Conference', config: 'Configuration', configs: 'Configurations', auth: 'Authorization', biz: 'Business',
	del: 'Delete', init: 'Initialize', stru: 'Structure', strus: 'Structures', oto: 'One-on-One', doc: 'Document', docs: 'Documents', reg: 'Registration',
	mgmt: 'Management', attr: 'Attribute', info: 'Info', infos: 'Infos', ext: 'Extension', proc: 'Process', tpl: 'Template', db: 'Database', temp: 'Temporary',
	dentry: 'File', dentries: 'Files', plugin: 'Plug-In', checkin: 'Check-In', blackboard: 'Announcement', miniapp: 'Mini Program', cspace: 'Drive',
	unfurling: 'Unfurling', esign: 'E-Sign', ctrl: 'Control', opt: 'Operation', dev: 'Development', pk: 'Key', uk: 'Unique Key', edu: 'Education',
	of: 'of', by: 'by', to: 'to', from: 'From', in: 'in', and: 'and', with: 'With', for: 'for', the: 'the', or: 'or', on: 'on', a: 'a',
};
