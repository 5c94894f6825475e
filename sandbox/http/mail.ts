import { ApiError } from '../errors';
import type { Route, World } from '../world';
import { route } from '../world';

interface Draft {
	subject?: string;
	from?: { email?: string };
	toRecipients?: Array<{ email?: string }>;
	body?: { bodyHtml?: string; bodyText?: string };
	[more: string]: unknown;
}

interface Mail extends Draft {
	id: string;
	folderId: string;
}

/** Folders as the official SDK's example numbers the inbox; the other numbers are the sandbox's own. */
const FOLDERS = { sent: '1', inbox: '2', drafts: '5' } as const;

/** Mailboxes of DingTalk Mail: drafts that are sent, folders with what is in them. Known from the official SDK only. */
export const mailRoutes = ({ nextId, now }: World): Route[] => {
	const boxes = new Map<string, Mail[]>();
	const boxOf = (email: string): Mail[] => {
		const box = boxes.get(email) ?? [];
		boxes.set(email, box);
		return box;
	};
	const put = (email: string, folderId: string, draft: Draft): Mail => {
		const time = new Date(now()).toISOString();
		const mail = {
			...draft,
			id: `mail${nextId()}`,
			folderId,
			isRead: false,
			hasAttachments: false,
			receivedDateTime: time,
		};
		boxOf(email).push(mail);
		return mail;
	};

	return [
		route<{ message?: Draft }>('POST', '/v1.0/mail/users/{email}/messages', ({ path: { email }, body }) => ({
			message: put(email, FOLDERS.drafts, body.message ?? {}),
		})),
		route<{ saveToSentItems?: boolean }>(
			'POST',
			'/v1.0/mail/users/{email}/messages/{id}/send',
			({ path: { email, id }, body: { saveToSentItems = true } }) => {
				const box = boxOf(email);
				const draft = box.find((one) => one.id === id && one.folderId === FOLDERS.drafts);
				if (!draft) throw new ApiError('invalidParameter', 'message not exist');
				for (const { email: to } of draft.toRecipients ?? []) if (to) put(to, FOLDERS.inbox, draft);
				if (saveToSentItems) draft.folderId = FOLDERS.sent;
				else box.splice(box.indexOf(draft), 1);
				return { requestId: `r${nextId()}` };
			},
		),
		route('GET', '/v1.0/mail/users/{email}/mailFolders', ({ path: { email } }) => ({
			folders: Object.entries(FOLDERS).map(([displayName, id]) => {
				const count = boxOf(email).filter(({ folderId }) => folderId === id).length;
				return {
					id,
					displayName,
					parentFolderId: '0',
					childFolderCount: 0,
					totalItemCount: count,
					unreadItemCount: count,
				};
			}),
		})),
		route('GET', '/v1.0/mail/users/{email}/mailFolders/{folderId}/messages', ({ path: { email, folderId }, query }) => {
			const start = Number(query.nextToken ?? 0);
			const size = Number(query.maxResults);
			const all = boxOf(email).filter((one) => one.folderId === folderId);
			const hasMore = start + size < all.length;
			return {
				messages: all.slice(start, start + size),
				hasMore,
				...(hasMore && { nextToken: String(start + size) }),
			};
		}),
	];
};
