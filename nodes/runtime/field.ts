import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import type { FilePart } from '../protocol/request';

/** What our fields carry beyond n8n's own properties; the description that n8n sees is made without them. */
export interface FieldExtras {
	/** A resource locator that means a person: the id that the route needs. The reader looks it up. */
	person?: 'userId' | 'unionId';
	/** With `person`: several people, as comma list, array or one locator. The value is an array of ids. */
	many?: true;
	/** A string field or a locator that is read as a list: comma or line separated text, or an array from an expression. */
	list?: true;
	/** A string field naming a binary property of the item; the value is the file. */
	binary?: true;
	/** Property of the credential that stands in when the field is empty. */
	fallback?: 'agentId' | 'robotCode' | 'defaultOperator' | 'corpId' | 'callbackToken' | 'callbackAesKey';
	/** Most characters that DingTalk accepts; longer is refused before the request. */
	maxLength?: number;
	/** Most entries of a list. */
	maxItems?: number;
	options?: ReadonlyArray<Field | FieldGroup | INodePropertyOptions>;
}

/** The inner fields of a `fixedCollection`, under one name. */
export interface FieldGroup {
	name: string;
	displayName: string;
	values: readonly Field[];
}

/** A parameter of an operation: n8n's own literal plus our extras. */
export type Field = Readonly<Omit<INodeProperties, 'options'>> & FieldExtras;

/** Keeps the literal types of a field that several operations share. */
export const defineField = <const F extends Field>(field: F): F => field;

/** Keeps the literal types of several fields that operations share. */
export const defineFields = <const F extends readonly Field[]>(fields: F): F => fields;

type OptionValues<P> = P extends { options: ReadonlyArray<infer O> }
	? O extends { value: infer V }
		? V
		: never
	: string;

type Members<P> = P extends { options: ReadonlyArray<infer O> } ? O : never;

type CollectionValue<P> = { [M in Members<P> as M extends { name: infer N extends string } ? N : never]?: Filled<M> };

type GroupValues<G> = G extends { values: readonly (infer F)[] }
	? { [M in F as M extends { name: infer N extends string } ? N : never]: Value<M> }
	: never;

type FixedValue<P> = {
	[G in Members<P> as G extends { name: infer N extends string } ? N : never]?: P extends {
		typeOptions: { multipleValues: true };
	}
		? Array<GroupValues<G>>
		: GroupValues<G>;
};

/** A field's value when it is given. Moments are epoch milliseconds. */
type Filled<P> = P extends { typeOptions: { multipleValues: true }; type: 'string' | 'number' }
	? Array<P extends { type: 'number' } ? number : string>
	: P extends { binary: true }
		? FilePart
		: P extends { many: true } | { list: true }
			? string[]
			: P extends { type: 'number' | 'dateTime' }
				? number
				: P extends { type: 'boolean' }
					? boolean
					: P extends { type: 'options' }
						? OptionValues<P>
						: P extends { type: 'multiOptions' }
							? Array<OptionValues<P>>
							: P extends { type: 'json' }
								? unknown
								: P extends { type: 'collection' }
									? CollectionValue<P>
									: P extends { type: 'fixedCollection' }
										? FixedValue<P>
										: string;

/** Kinds of field that have a value even when nobody touched them. */
type AlwaysFilled =
	| { required: true }
	| { type: 'boolean' | 'options' | 'multiOptions' | 'number' | 'collection' | 'fixedCollection' }
	| { many: true }
	| { list: true };

/** What `request` receives for a field: `undefined` is added where the field may be empty or hidden. */
export type Value<P> = P extends { displayOptions: object }
	? Filled<P> | undefined
	: P extends AlwaysFilled
		? Filled<P>
		: Filled<P> | undefined;

/** What `request` receives: one typed entry per declared field, under the field's own name. */
export type Values<F extends readonly Field[]> = { [P in F[number] as P['name']]: Value<P> };
