/** What must not compile: TypeScript refuses each marked line (and refuses a mark that nothing needs). Checked by `npm run check` and by types.test.ts. */
import { defineField, defineOperation, defineProcedure } from '../../../nodes/runtime/operation';

const words = { name: 'N', value: 'v', action: 'A', description: 'D', docs: 'https://open.dingtalk.com/document/development/x' };

const person = defineField({ displayName: 'Person', name: 'person', type: 'resourceLocator', person: 'unionId', required: true, default: { mode: 'list', value: '' } });
const subject = defineField({ displayName: 'Subject', name: 'subject', type: 'string', required: true, default: '' });
const note = defineField({ displayName: 'Note', name: 'note', type: 'string', default: '' });
const kind = defineField({ displayName: 'Kind', name: 'kind', type: 'options', default: 'a', options: [{ name: 'A', value: 'a' }, { name: 'B', value: 'b' }] });
const hidden = defineField({ ...subject, name: 'hidden', displayOptions: { show: { kind: ['b'] } } });
const people = defineField({ ...person, name: 'people', many: true });
const rest = defineField({ displayName: 'Rest', name: 'rest', type: 'collection', default: {}, options: [{ displayName: 'Due', name: 'due', type: 'dateTime', default: '' }, { displayName: 'Level', name: 'level', type: 'options', default: 1, options: [{ name: 'One', value: 1 }, { name: 'Two', value: 2 }] }] });
const rows = defineField({ displayName: 'Rows', name: 'rows', type: 'fixedCollection', typeOptions: { multipleValues: true }, default: {}, options: [{ name: 'row', displayName: 'Row', values: [subject, note] }] });

type Is<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const is = <A, B>(same: Is<A, B>) => same;

/** What compiles, with the types that `request` sees. */
defineOperation({
	...words,
	route: 'PUT /v1.0/x/{unionId}/y/{id}',
	fields: [person, subject, note, kind, hidden, people, rest, rows],
	request: (values) => {
		is<typeof values.person, string>(true);
		is<typeof values.subject, string>(true);
		is<typeof values.note, string | undefined>(true);
		is<typeof values.kind, 'a' | 'b'>(true);
		is<typeof values.hidden, string | undefined>(true);
		is<typeof values.people, string[]>(true);
		is<typeof values.rest.due, number | undefined>(true);
		is<typeof values.rest.level, 1 | 2 | undefined>(true);
		is<typeof values.rows.row, Array<{ subject: string; note: string | undefined }> | undefined>(true);
		return { path: { unionId: values.person, id: values.subject }, body: { ...values.rest } };
	},
	split: { lists: { people: 20 } },
});

// A misspelt field.
// @ts-expect-error there is no field `subjet`
defineOperation({ ...words, route: 'POST /v1.0/x', fields: [subject], request: ({ subjet }) => ({ body: { subjet } }) });

// @ts-expect-error there is no member `dueTime` in the collection
defineOperation({ ...words, route: 'POST /v1.0/x', fields: [rest], request: ({ rest: { dueTime } }) => ({ body: { dueTime } }) });

// @ts-expect-error there is no group `rws` in the fixed collection
defineOperation({ ...words, route: 'POST /v1.0/x', fields: [rows], request: ({ rows: { rws } }) => ({ body: { rws } }) });

// A missing route variable.
// @ts-expect-error the route has {unionId}
defineOperation({ ...words, route: 'GET /v1.0/x/{unionId}', fields: [person], request: () => ({}) });

// @ts-expect-error the route has {id} too
defineOperation({ ...words, route: 'GET /v1.0/x/{unionId}/{id}', fields: [person], request: (values) => ({ path: { unionId: values.person } }) });

// A misspelt route variable.
// @ts-expect-error the route has {unionId}, not {unionID}
defineOperation({ ...words, route: 'GET /v1.0/x/{unionId}', fields: [person], request: (values) => ({ path: { unionID: values.person } }) });

// @ts-expect-error the route has no variable
defineOperation({ ...words, route: 'GET /v1.0/x', fields: [person], request: (values) => ({ path: { unionId: values.person } }) });

// A field that may be hidden or empty, in a path.
// @ts-expect-error `hidden` is undefined while it is hidden
defineOperation({ ...words, route: 'GET /v1.0/x/{id}', fields: [kind, hidden], request: (values) => ({ path: { id: values.hidden } }) });

// @ts-expect-error `note` may be empty
defineOperation({ ...words, route: 'GET /v1.0/x/{id}', fields: [note], request: (values) => ({ path: { id: values.note } }) });

// A value outside an options list.
// @ts-expect-error `c` is no option
defineOperation({ ...words, route: 'POST /v1.0/x', fields: [kind], request: (values) => ({ body: { yes: values.kind === 'c' } }) });

// @ts-expect-error 3 is no option
defineOperation({ ...words, route: 'POST /v1.0/x', fields: [rest], request: (values) => ({ body: { yes: values.rest.level === 3 } }) });

// @ts-expect-error a list of people is no text
defineOperation({ ...words, route: 'POST /v1.0/x', fields: [people], request: (values) => ({ body: { ids: values.people.trim() } }) });

// @ts-expect-error a moment is a number of milliseconds
defineOperation({ ...words, route: 'POST /v1.0/x', fields: [rest], request: (values) => ({ body: { due: values.rest.due?.slice(0, 10) } }) });

// @ts-expect-error only lists are split
defineOperation({ ...words, route: 'POST /v1.0/x', fields: [subject, people], request: () => ({}), split: { lists: { subject: 20 } } });

// @ts-expect-error FETCH is no method
defineOperation({ ...words, route: 'FETCH /v1.0/x', fields: [], request: () => ({}) });

// @ts-expect-error a path begins with a slash
defineOperation({ ...words, route: 'GET v1.0/x', fields: [], request: () => ({}) });

// @ts-expect-error an operation without documentation
defineOperation({ name: 'N', value: 'v', action: 'A', description: 'D', route: 'GET /v1.0/x', fields: [], request: () => ({}) });

// @ts-expect-error a field without a default
defineOperation({ ...words, route: 'GET /v1.0/x', fields: [{ displayName: 'X', name: 'x', type: 'string' }], request: () => ({}) });

// @ts-expect-error the credential has no such field
defineOperation({ ...words, route: 'GET /v1.0/x', fields: [{ ...subject, fallback: 'agent' }], request: () => ({}) });

defineProcedure({
	...words,
	routes: ['POST /v1.0/x/{id}'],
	fields: [subject, hidden],
	run: async (values, api) => {
		await api.call('POST /v1.0/x/{id}', { path: { id: values.subject } });
		// @ts-expect-error the route has {id}
		await api.call('POST /v1.0/x/{id}', {});
		// @ts-expect-error `hidden` is undefined while it is hidden
		return await api.call('POST /v1.0/x/{id}', { path: { id: values.hidden } });
	},
});
