import { streamTrigger } from './contexts';

/** The form of the trigger is read as that of every operation: what it cannot mean is refused, and the field is named. */
test.each([
	[{ connection: 'ftp' }, /Connection: "ftp" is not one of its values: stream \(Stream\), webhook \(Webhook\)/],
	[{ receive: [] }, /Receive: is empty/],
	[{ receive: ['mails'] }, /Receive: "mails" is not one of its values/],
	[{ filters: { onlyMentions: 'perhaps' } }, /Only Mentions: must be true or false/],
	[{ filters: { text: '(' } }, /Text Matches is not a regular expression/],
	[{ options: { maxInFlight: 0 } }, /Executions at Once: must be at least 1/],
	[{ options: { maxInFlight: 1.5 } }, /Executions at Once: must be a whole number/],
	[{ options: { maxFileSize: 'much' } }, /Max File Size \(MB\): is not a number/],
	[{ options: { acknowledge: 'never' } }, /Acknowledge: "never" is not one of its values/],
])('%j is refused', async (parameters, reason) => {
	const { start } = streamTrigger({ receive: ['events'], ...parameters }, { clientId: 'a', clientSecret: 'b' });
	await expect(start()).rejects.toThrow(reason);
});
