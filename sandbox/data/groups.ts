import type { Company } from '../company';

/** A group chat. `scene`: made from a group template. */
export interface Group {
	kind: 'ordinary' | 'scene';
	chatid: string;
	openConversationId: string;
	name: string;
	icon: string;
	owner: string;
	ownerType: string;
	/** userIds of colleagues, unionIds of people from outside. */
	members: string[];
	externals: string[];
	admins: string[];
	/** Members who may not write, with the end in epoch ms. */
	muted: Record<string, number>;
	/** Rights by the name that the route gives them: 0 or 1. */
	settings: Record<string, number>;
	conversationTag: number;
	templateId?: string;
	uuid?: string;
	createdTime: number;
	dissolved: boolean;
}

export interface GroupTemplate {
	templateId: string;
	templateName: string;
	/** Code of its robot, and the message templates of that. */
	robotCode: string;
	messageTemplates: string[];
}

export interface GroupsData {
	groups: Group[];
	templates: GroupTemplate[];
}

export const seedGroups = ({ group, users }: Company, now: number): GroupsData => ({
	groups: [
		{
			kind: 'ordinary',
			chatid: 'chatsandboxgroup00000000000000001',
			openConversationId: group.openConversationId,
			name: group.title,
			icon: '',
			owner: users[0]?.userid ?? '',
			ownerType: 'emp',
			members: group.members,
			externals: [],
			admins: [],
			muted: {},
			settings: {},
			conversationTag: 2,
			createdTime: now,
			dissolved: false,
		},
	],
	templates: [
		{
			templateId: 'sandbox0-0000-4000-8000-grouptemplate1',
			templateName: '值班群模板',
			robotCode: 'sandboxTemplateRobot',
			messageTemplates: ['offical_template_test_action_card', 'inner_app_template_text'],
		},
	],
});
