import type { FilePart } from '../protocol/request';
import type { Field, FieldType, Mapped } from './field';

type OptionValues<P> = P extends { options: ReadonlyArray<infer O> }
	? O extends { value: infer V }
		? V
		: never
	: string;

type Members<P> = P extends { options: ReadonlyArray<infer O> } ? O : never;

type CollectionValue<P> = {
	[M in Members<P> as M extends { name: infer N extends string } ? N : never]?: Filled<M>;
};

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

/** Values by n8n's type of property, where no extra of ours says otherwise. */
interface ByType<P> {
	boolean: boolean;
	collection: CollectionValue<P>;
	color: string;
	dateTime: number;
	fixedCollection: FixedValue<P>;
	json: unknown;
	multiOptions: Array<OptionValues<P>>;
	notice: undefined;
	number: number;
	options: OptionValues<P>;
	resourceLocator: string;
	resourceMapper: Mapped;
	string: string;
}

/** A field's value when it is given. Moments are epoch milliseconds, whole days `yyyy-MM-dd`. */
type Filled<P> = P extends { typeOptions: { multipleValues: true }; type: 'string' | 'number' }
	? Array<P extends { type: 'number' } ? number : string>
	: P extends { binary: true }
		? FilePart
		: P extends { list: 'number' }
			? number[]
			: P extends { many: true } | { list: true }
				? string[]
				: P extends { day: true }
					? string
					: P extends { type: infer T extends FieldType }
						? ByType<P>[T]
						: string;

/** Kinds of field that have a value even when nobody touched them. */
type AlwaysFilled =
	| { required: true }
	| {
			type: 'boolean' | 'options' | 'multiOptions' | 'number' | 'collection' | 'fixedCollection' | 'resourceMapper';
	  }
	| { many: true }
	| { list: true | 'number' };

/** What stands under Options is absent until somebody adds it. */
type AddedInOptions = { required: true } | { many: true } | { list: true | 'number' };

/** What `request` receives for a field: `undefined` is added where the field may be empty or hidden. */
export type Value<P> = P extends { displayOptions: object }
	? Filled<P> | undefined
	: P extends (P extends { under: 'options' } ? AddedInOptions : AlwaysFilled)
		? Filled<P>
		: Filled<P> | undefined;

/** What `request` receives: one typed entry per declared field, under the field's own name. */
export type Values<F extends readonly Field[]> = { [P in F[number] as P['name']]: Value<P> };
