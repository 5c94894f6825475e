import type {
	FieldType as ColumnType,
	INodeListSearchItems,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';
import type { Json } from '../protocol/json';
import type { Paging } from '../protocol/paging';
import type { FilePart, Parts, Route } from '../protocol/request';

/** The ids by which DingTalk knows a person. Mobile numbers are a way to find one, never sent as an id. */
export type PersonId = 'userId' | 'unionId';

/** One person as a resource locator gives it. */
export interface PersonRef {
	mode: 'list' | 'userId' | 'unionId' | 'mobile';
	value: string;
}

/** n8n's types of property that our forms use; each has a kind in `kinds/`. */
export type FieldType =
	| 'boolean'
	| 'collection'
	| 'color'
	| 'dateTime'
	| 'fixedCollection'
	| 'json'
	| 'multiOptions'
	| 'notice'
	| 'number'
	| 'options'
	| 'resourceLocator'
	| 'resourceMapper'
	| 'string';

/** Chinese of a field: its label alone, or label, description and placeholder. */
export type Chinese = string | { name: string; description?: string; placeholder?: string };

/** A choice. `zh`: "名称", or "名称：说明" where the English has a description. */
export type Choice = INodePropertyOptions & { zh?: string };

/** What our fields carry beyond n8n's own properties; the description that n8n sees is made without them. */
export interface FieldExtras {
	type: FieldType;
	zh?: Chinese;
	/** A resource locator that means a person: the id that the route needs. The reader looks it up. */
	person?: PersonId;
	/** With `person`, or a locator: several of them, as comma list, array or one locator; "More …" is added. The value is an array of ids. */
	many?: true;
	/** A string field or a locator that is read as a list: comma or line separated text, or an array from an expression. */
	list?: true | 'number';
	/** A string field naming a binary property of the item; the value is the file. */
	binary?: true;
	/** An id: blanks around it are taken off. Fields with a `fallback` and locators are ids anyway. */
	id?: true;
	/** Text that must be digits only; it stays text, so that none are lost beyond 2^53. */
	digits?: true;
	/** A `dateTime` that means a whole day: its calendar day in the workflow's time zone, as `2026-11-27`. */
	day?: true;
	/** Names the zone of this item (IANA), in place of the workflow's: its times without a zone, and its whole days, are in it. */
	zone?: true;
	/** What a text must look like; the words continue the sentence "<field> …". */
	pattern?: { test: RegExp; en: string; zh: string };
	/** Stands in the collection Options instead of the main form. */
	under?: 'options';
	/** Property of the credential that stands in when the field is empty. */
	fallback?: 'agentId' | 'robotCode' | 'defaultOperator' | 'corpId' | 'callbackToken' | 'callbackAesKey';
	/** Most characters that DingTalk accepts; longer is refused before the request. The description says it by itself. */
	maxLength?: number;
	/** Most entries of a list. The description says it by itself. */
	maxItems?: number;
	/** Where the list of a locator, or the choices of an options field, come from. */
	source?: ListSource;
	/** What a link must look like that somebody pastes into a locator; its first group is the id. */
	url?: RegExp;
	/** Where the columns of a resource mapper come from. */
	mapper?: MapperSource;
	options?: ReadonlyArray<Field | FieldGroup | Choice>;
}

/** The inner fields of a `fixedCollection`, under one name. */
export interface FieldGroup {
	name: string;
	displayName: string;
	zh?: string;
	values: readonly Field[];
}

/** A parameter of an operation: n8n's own literal plus our extras. */
export type Field = Readonly<Omit<INodeProperties, 'options' | 'type'>> & FieldExtras;

/** Reads of DingTalk that filling in a form may need. */
export interface LookUps {
	/** One call; the answer's `result` where it has one, without the legacy envelope. `safe`: a second identical call does no harm (a GET never does). */
	call: <const R extends Route>(route: R, parts: Parts<R>, options?: { safe?: boolean }) => Promise<Json>;
	/** Reads a list to its end, or `limit` entries. */
	list: <const R extends Route>(route: R, parts: Parts<R>, paging: Paging, limit: number) => Promise<Json[]>;
	/** One page of a list, from `cursor` (the start where it is absent), and where the next one begins. */
	page: <const R extends Route>(
		route: R,
		parts: Parts<R>,
		paging: Paging,
		cursor?: string,
	) => Promise<{ entries: Json[]; next?: string }>;
	/** What was made under this key earlier in this execution, else makes it. */
	once: <T>(key: string, make: () => Promise<T>) => Promise<T>;
}

/** What the editor asks a list for: the text that was typed ('' for none), and where an earlier page ended. */
export interface ListQuery {
	filter: string;
	token?: string;
}

export interface ListPage {
	entries: INodeListSearchItems[];
	/** Where the next page goes on; absent at the end. */
	next?: string;
}

/** Where the entries of a list in the editor come from; made by `defineList`. */
export interface ListSource {
	/** Fields that must be filled in first. */
	needs: readonly Field[];
	load: (needs: Json, query: ListQuery, api: LookUps) => Promise<ListPage>;
}

/** A column of a table (or field of a form) that a resource mapper shows. */
export interface Column {
	/** Key of its value. */
	id: string;
	name: string;
	/** How n8n shows it. */
	type: ColumnType;
	/** What DingTalk calls its type, for the conversion of values. */
	native: string;
	options?: INodePropertyOptions[];
	/** Words of the choices of a field that takes several: n8n shows such a field as text, in which a comma separates. */
	choices?: readonly string[];
	required?: boolean;
	readOnly?: boolean;
	/** Can tell an existing entry (upsert). */
	match?: boolean;
	/** Whatever the product needs for the conversion. */
	more?: Json;
}

/** What `request` receives for a resource mapper. */
export interface Mapped {
	/** Converted values by column id; columns that nobody filled in are absent. */
	columns: Json;
	/** Ids of the columns by which an existing entry is found. */
	match: string[];
	/** All columns, as DingTalk has them now. Empty before the first call. */
	known: readonly Column[];
	/** Of automatic mapping: the item's keys that are no column, unless `strangers` refuses them. */
	strange: Json;
}

/** Where the columns of a resource mapper come from, and how values become what DingTalk takes; made by `defineMapper`. */
export interface MapperSource {
	needs: readonly Field[];
	columns: (needs: Json, api: LookUps) => Promise<Column[]>;
	/** One value → what DingTalk takes; `undefined` leaves it out. Throws `InputError` naming the column. */
	convert?: (value: unknown, column: Column, reading: Reading) => unknown;
	/** What becomes of the item's keys that are no column, when columns are mapped automatically: left out unless `refuse`. */
	strangers?: 'refuse';
	/** Columns are looked up only when something is filled in. */
	optional?: true;
}

/** Everything outside the fields that reading one item's values needs. */
export interface Reading {
	/** The parameter's value for this item, expressions evaluated. */
	parameter: (name: string, fallback: unknown) => unknown;
	node: { typeVersion: number };
	/** IANA name; zone-less times are in it, and whole days are its. */
	timezone: string;
	credential: Readonly<Record<string, unknown>>;
	/** Told the value of each password field, so that no error shows it. */
	password?: (value: string) => void;
	people: { idOf: (person: PersonRef, wanted: PersonId) => Promise<string> };
	/** The item's file in a binary property. */
	binary: (property: string) => Promise<FilePart>;
	/** The JSON of the item. */
	item: () => Json;
	api: LookUps;
	/** Set while all is read once without any call, so that what is wrong is refused before the first one. */
	trial?: true;
}

/** Keeps the literal types of a field that several operations share. */
export const defineField = <const F extends Field>(field: F): F => field;

/** Keeps the literal types of several fields that operations share. */
export const defineFields = <const F extends readonly Field[]>(fields: F): F => fields;

export const isGroup = (option: Field | FieldGroup | Choice): option is FieldGroup => 'values' in option;
const isField = (option: Field | FieldGroup | Choice): option is Field => 'type' in option && 'displayName' in option;

/** The fields inside a collection. */
export const membersOf = ({ options = [] }: Field): Field[] => options.filter(isField);
/** The groups inside a fixed collection. */
export const groupsOf = ({ options = [] }: Field): FieldGroup[] => options.filter(isGroup);

/** A field with everything inside it. */
export const within = (field: Field): Field[] => [
	field,
	...[...membersOf(field), ...groupsOf(field).flatMap(({ values }) => values)].flatMap(within),
];
/** The values that a field of choices allows. */
export const choicesOf = ({ options = [] }: Field): Choice[] =>
	options.filter((option): option is Choice => 'value' in option);
