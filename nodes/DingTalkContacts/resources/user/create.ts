import { DingTalkError } from '../../../protocol/errors';
import { defineProcedure } from '../../../runtime/operation';
import { departmentModes, departmentsText } from '../../../shared/department';
import { wireNumber } from '../../../shared/wireNumber';
import { personName, profile, profileBody } from './profile';

const CREATE = 'POST /topapi/v2/user/create';

/** The account is protected: an invitation was sent, and the person must accept it. */
const INVITED = '40103';

export const create = defineProcedure({
	name: 'Create',
	value: 'create',
	action: 'Create a user',
	description:
		"Add a person to the address book. One call, free of the monthly quota. A protected account is only invited: then 'invited' is true and there is no user ID until the person accepts. Running it twice fails.",
	zh: {
		name: '创建',
		action: '创建用户',
		description:
			'将员工添加到通讯录。一次调用，不计入月度调用量。受保护的账号只会收到邀请：此时 invited 为 true，本人同意前没有 userId。重复运行会报错',
	},
	docs: 'https://open.dingtalk.com/document/development/user-information-creation',
	permission: 'qyapi_manage_addresslist',
	routes: [CREATE],
	fields: [
		{ ...personName, required: true },
		{
			displayName: 'Mobile',
			zh: { name: '手机号', description: '企业内不能重复；中国大陆以外的号码写作 +区号-号码' },
			name: 'mobile',
			type: 'string',
			id: true,
			required: true,
			default: '',
			placeholder: 'e.g. 13800000000',
			description: 'Unique within the organization. A number from outside mainland China as +xx-xxxxxx.',
		},
		{
			displayName: 'Departments',
			zh: { name: '部门', description: '员工所属部门，根部门 ID 为 1' },
			name: 'departments',
			type: 'resourceLocator',
			many: true,
			digits: true,
			maxItems: 100,
			required: true,
			default: { mode: 'list', value: '' },
			modes: departmentModes,
			description: 'The root department has the ID 1',
		},
		{ displayName: 'Title', zh: '职位', name: 'title', type: 'string', default: '', maxLength: 200 },
		{
			displayName: 'Additional Fields',
			zh: { name: '更多字段', placeholder: '添加字段' },
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				{
					displayName: 'User ID',
					zh: { name: '用户 userId', description: '企业内唯一且不可修改；留空则自动生成' },
					name: 'userid',
					type: 'string',
					id: true,
					default: '',
					maxLength: 64,
					description: 'Unique and final. Empty: DingTalk makes one.',
				},
				...profile,
				{
					displayName: 'Organization Email Edition',
					zh: '企业邮箱类型',
					name: 'org_email_type',
					type: 'options',
					default: 'profession',
					options: [
						{ name: 'Basic', value: 'base', zh: '基础版' },
						{ name: 'Professional', value: 'profession', zh: '标准版' },
					],
				},
				{
					displayName: 'Titles by Department',
					zh: { name: '部门内职位', placeholder: '添加部门' },
					name: 'dept_title_list',
					type: 'fixedCollection',
					typeOptions: { multipleValues: true },
					placeholder: 'Add Department',
					default: {},
					options: [
						{
							displayName: 'Title',
							zh: '职位',
							name: 'row',
							values: [
								{
									displayName: 'Department',
									zh: '部门',
									name: 'dept_id',
									type: 'resourceLocator',
									digits: true,
									required: true,
									default: { mode: 'list', value: '' },
									modes: departmentModes,
								},
								{ displayName: 'Title', zh: '职位', name: 'title', type: 'string', required: true, default: '' },
							],
						},
					],
				},
				{
					displayName: 'Login Email',
					zh: { name: '登录邮箱', description: '仅适用于邮箱账号' },
					name: 'login_email',
					type: 'string',
					id: true,
					default: '',
					description: 'For accounts that sign in by email only',
				},
			],
		},
	],
	plan: ({ name, mobile, departments, title, additionalFields: { userid, org_email_type, login_email, ...more } }) => {
		const { dept_title_list: titles, ...about } = more;
		return {
			userid,
			name,
			mobile,
			dept_id_list: departmentsText(departments),
			title,
			...profileBody(about),
			org_email_type,
			login_email,
			dept_title_list: titles?.row?.map((row) => ({
				dept_id: wireNumber('Department', row.dept_id),
				title: row.title,
			})),
		};
	},
	run: async (body, api) => {
		return await api.call(CREATE, { body }).then(
			(answer) => ({ ...answer, invited: false }),
			async (error: unknown) => {
				if (!(error instanceof DingTalkError && error.code === INVITED)) return await Promise.reject(error as Error);
				return { invited: true, name: body.name, mobile: body.mobile, message: error.message };
			},
		);
	},
});
