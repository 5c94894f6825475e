/** How people who have signed in or out, or have not yet, are asked for. */
export const signedRequest = ({
	event: eventId,
	type,
	operator: userId,
}: {
	event: string;
	type: string;
	operator: string;
}) => ({
	path: { userId, calendarId: 'primary', eventId },
	query: { type },
});

export const signedPaging = {
	style: 'token',
	cursor: 'nextToken',
	size: { at: 'maxResults', max: 500 },
	entries: 'users',
	next: 'nextToken',
} as const;
