import type { INodeType } from 'n8n-workflow';
import { testDingTalkApi, testDingTalkRobotApi } from './credentialTests';
import { within, type Field, type ListSource, type MapperSource } from './field';
import { listSearchOf, loadOptionsOf } from './list';
import { listMethodOf } from './locator';
import { columnsMethodOf, columnsOf } from './mapper';
import type { Resource } from './operation';
import { fieldsOf } from './resource';

/** One method per name: two lists under one name would fill each other's fields. */
function add<T>(methods: Map<string, T>, name: string, method: T, isSame = (known: T) => known === method): void {
	const known = methods.get(name);
	if (known !== undefined && !isSame(known))
		throw new Error(`Two fields of a node that are called alike have different lists: ${name}`);
	methods.set(name, method);
}

const mapped = <S, M>(sources: Map<string, S>, make: (source: S) => M): Record<string, M> =>
	Object.fromEntries([...sources].map(([name, source]) => [name, make(source)]));

/**
 * The methods of a node's class, derived from the fields of its operations: lists of locators, choices, columns of mappers, and
 * the tests of its credentials.
 * @param lists Lists that fields call by name without holding them (people, departments).
 */
export function methodsOf(
	resources: readonly Resource[],
	lists: Readonly<Record<string, ListSource>> = {},
): NonNullable<INodeType['methods']> {
	return methodsOfFields(
		resources.flatMap(({ operations }) => operations.flatMap(fieldsOf)),
		lists,
	);
}

/** The same for the fields of a node that has no operations. */
export function methodsOfFields(
	fields: readonly Field[],
	lists: Readonly<Record<string, ListSource>> = {},
): NonNullable<INodeType['methods']> {
	const searches = new Map<string, ListSource>(Object.entries(lists));
	const choices = new Map<string, ListSource>();
	const mappers = new Map<string, MapperSource>();
	for (const { name, type, source, mapper } of fields.flatMap(within)) {
		if (source) add(type === 'resourceLocator' ? searches : choices, listMethodOf(name), source);
		if (mapper) add(mappers, columnsMethodOf(name), mapper, ({ columns }) => columns === mapper.columns);
	}
	return {
		listSearch: mapped(searches, listSearchOf),
		loadOptions: mapped(choices, loadOptionsOf),
		resourceMapping: mapped(mappers, columnsOf),
		credentialTest: { testDingTalkApi, testDingTalkRobotApi },
	};
}
