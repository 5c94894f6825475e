import type { ILoadOptionsFunctions, ResourceMapperField, ResourceMapperFields } from 'n8n-workflow';
import { editing } from './editing';
import type { Column, Field, LookUps, MapperSource } from './field';
import type { Values } from './fieldValues';
import { dependsOn } from './locator';

interface MapperWords<N extends readonly Field[]> {
	displayName: string;
	name: string;
	zh?: Field['zh'];
	description?: string;
	displayOptions?: Field['displayOptions'];
	/** `add`: create; `update`: only what is filled in; `upsert` and `update` choose columns that tell an existing entry. */
	mode: 'add' | 'update' | 'upsert' | 'map';
	/** What one column and several are called: "column", "columns". */
	words: { singular: string; plural: string };
	/** Fields that must be filled in first. */
	needs: N;
	columns: (needs: Values<N>, api: LookUps) => Promise<Column[]>;
	convert?: MapperSource['convert'];
	strangers?: 'refuse';
	/** Whether the item's own keys may fill the columns; yes unless `false`. */
	automatic?: boolean;
	/** It may stay empty: then nothing is looked up. */
	optional?: true;
}

type MapperField<D extends { name: string }> = Pick<D, 'name'> & Field & { type: 'resourceMapper' };

/** Name of the method that gives a mapper's columns: no workflow stores it. */
export const columnsMethodOf = (name: string) => `${name}Columns`;

/** n8n's resource mapper over the columns of a table or the fields of a form that DingTalk names at run time. */
export function defineMapper<const N extends readonly Field[], const D extends MapperWords<N>>(
	definition: D & MapperWords<N>,
): MapperField<D> {
	const { needs, columns, convert, strangers, mode, words, automatic, optional, ...field } = definition;
	return {
		...field,
		type: 'resourceMapper',
		noDataExpression: true,
		default: { mappingMode: 'defineBelow', value: null },
		required: optional !== true,
		typeOptions: {
			loadOptionsDependsOn: dependsOn(needs),
			resourceMapper: {
				resourceMapperMethod: columnsMethodOf(definition.name),
				mode,
				fieldWords: words,
				addAllFields: mode === 'add',
				multiKeyMatch: true,
				supportAutoMap: automatic !== false,
			},
		},
		mapper: {
			needs,
			// The function itself: two mappers over the same columns share one method of the node.
			columns: columns as unknown as MapperSource['columns'],
			convert,
			strangers,
			optional,
		},
	};
}

/** A column as n8n shows it. People, links and files are text there, since n8n lets lists and objects through in text only. */
function shownColumn({ id, name, type, options, required, readOnly, match }: Column): ResourceMapperField {
	return {
		id,
		displayName: name,
		required: required === true,
		defaultMatch: false,
		canBeUsedToMatch: match === true,
		display: true,
		type,
		// n8n fills in `false` for every shown boolean: it waits under "Add column" unless it must be sent.
		removed: readOnly === true || (type === 'boolean' && required !== true),
		readOnly: readOnly === true,
		...(options && { options }),
	};
}

/** What the editor calls for a mapper's columns. */
export const columnsOf = ({ needs, columns }: MapperSource) =>
	async function (this: ILoadOptionsFunctions): Promise<ResourceMapperFields> {
		return await editing(this, needs, async (given, api) => ({ fields: (await columns(given, api)).map(shownColumn) }));
	};
