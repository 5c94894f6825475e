/** Fills in the form of a read as somebody would who knows no ID: from the editor's own lists and from what was read before. */
import { NodeHelpers, type IDataObject, type INode, type INodeParameters, type INodeProperties } from 'n8n-workflow';
import type { Field } from '../../nodes/runtime/operation';
import type { Placed } from '../products';
import { editor, type Call } from '../../test/support/engine';
import type { Guard } from './guard';
import { alsoFilled, sources } from './sources';

/** What has been read so far: the outputs of an operation by its id. */
export type Known = Map<string, IDataObject[]>;

export interface Filling {
	placed: Placed;
	credentials: Call['credentials'];
	guard: Guard;
	known: Known;
	/** Epoch milliseconds. */
	now: number;
}

/** A field that nothing is known for, by its name in the form. */
export class Lacking extends Error {
	constructor(
		readonly field: string,
		readonly why: string,
	) {
		super(`${field}: ${why}`);
	}
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** A week that has ended: from, to; a single day is yesterday. */
function moment({ name }: INodeProperties, now: number): string {
	const back = /^(from|start|after)/i.test(name) ? 7 : /^(to|end|before)/i.test(name) ? 0.01 : 1;
	return new Date(now - back * DAY_MS).toISOString();
}

/** Where an operation has several, the one that reads most in one call. */
const LISTED_CHOICES = 5;

/** Texts that stand for no ID: words that most organisations have somewhere, some cells. */
const texts: Record<string, string> = {
	keyword: '表',
	queryWord: '王',
	searchKey: '群',
	text: '表',
	range: 'A1:C3',
};

type Property = INodeProperties;
const isEmpty = (value: unknown): boolean =>
	value === undefined ||
	value === '' ||
	(Array.isArray(value) && value.length === 0) ||
	(typeof value === 'object' && value !== null && '__rl' in value && 'value' in value && isEmpty(value.value));

const locator = (mode: string, value: unknown) => ({ __rl: true, mode, value });

class Form {
	private readonly node: INode;
	private readonly fields: readonly Field[];
	/** What n8n may show for this operation. */
	private readonly properties: Property[];

	constructor(
		private readonly filling: Filling,
		private readonly parameters: IDataObject,
	) {
		const { product, resource, operation } = filling.placed;
		this.fields = operation.fields;
		this.properties = product.node.description.properties.filter(({ name, displayOptions: { show = {} } = {} }) =>
			name === 'resource'
				? true
				: show.resource?.includes(resource.value) === true &&
					(name === 'operation' || show.operation?.includes(operation.value) === true),
		);
		this.node = {
			id: 'node',
			name: 'DingTalk',
			type: product.name,
			typeVersion: 1,
			position: [0, 0],
			parameters: {},
		};
	}

	/** The first field that is shown, needed and empty. */
	next(): Property | undefined {
		const also = alsoFilled[this.filling.placed.id] ?? [];
		return this.empty().find(({ name, required }) => required === true || also.includes(name));
	}

	/** Fields that are shown and empty. */
	private empty(): Property[] {
		const { description } = this.filling.placed.product.node;
		const all = this.complete();
		return this.properties.filter(
			(property) =>
				!this.fallsBack(property.name) &&
				isEmpty(all[property.name]) &&
				NodeHelpers.displayParameter(all, property, this.node, description),
		);
	}

	async fillIn(property: Property): Promise<void> {
		this.parameters[property.name] = (await this.valueOf(property)) as IDataObject;
	}

	/** All parameters with the defaults of the form. */
	complete(): INodeParameters {
		const { description } = this.filling.placed.product.node;
		const given = this.parameters as INodeParameters;
		return NodeHelpers.getNodeParameters(this.properties, given, true, false, this.node, description) ?? {};
	}

	/** Left to the credential. */
	private fallsBack(name: string): boolean {
		const fallback = this.fields.find((field) => field.name === name)?.fallback;
		return fallback !== undefined && !isEmpty(this.filling.credentials.dingTalkApi?.[fallback]);
	}

	private async valueOf(property: Property): Promise<unknown> {
		const { name, type, displayName } = property;
		const field = this.fields.find((one) => one.name === name);
		const before = this.fromBefore(name);
		if (type === 'dateTime') return moment(property, this.filling.now);
		if (type === 'resourceLocator') {
			if (field?.person) return locator('userId', this.person());
			if (before !== undefined) return locator('id', before);
			return locator('list', await this.fromList(property));
		}
		if (type === 'multiOptions' || type === 'options') {
			const fixed = (property.options ?? []).flatMap((option) => ('value' in option ? [option.value] : []));
			const choices = fixed.length > 0 ? fixed : await this.choices(property);
			return type === 'options' ? choices[0] : choices.slice(0, LISTED_CHOICES);
		}
		if (before !== undefined) return before;
		if (Object.hasOwn(texts, name)) return texts[name];
		throw new Lacking(displayName, 'nothing that was read has it');
	}

	/** The person that the calls are made for. */
	private person(): string {
		const userId = this.filling.credentials.dingTalkApi?.defaultOperator;
		if (typeof userId === 'string' && userId !== '') return userId;
		throw new Lacking('User', 'nobody was found in Contacts');
	}

	private fromBefore(name: string): unknown {
		const { placed, known } = this.filling;
		const source = sources[`${placed.id} ${name}`] ?? sources[name];
		if (source === undefined) return undefined;
		if ('value' in source) return source.value;
		const found = (known.get(source.from) ?? []).map((output) => output[source.member]).find((one) => !isEmpty(one));
		if (found === undefined) return undefined;
		return typeof found === 'object' ? undefined : String(found);
	}

	private context(): ReturnType<typeof editor> {
		const { credentials, placed, guard } = this.filling;
		const context = editor({ product: placed.product.name, parameters: this.complete() as IDataObject, credentials });
		guard.watch(context.helpers);
		return context;
	}

	/** The first entry of the list that the editor shows. */
	private async fromList({ name, displayName, modes = [] }: Property): Promise<unknown> {
		const needs = (this.fields.find((one) => one.name === name)?.source?.needs ?? []).map((need) => need.name);
		for (const needed of this.empty())
			if (needs.includes(needed.name) && needed.type === 'resourceLocator') await this.fillIn(needed);
		const method = modes.find(({ type }) => type === 'list')?.typeOptions?.searchListMethod;
		const search = method && this.filling.placed.product.node.methods?.listSearch?.[method];
		if (!search) throw new Lacking(displayName, 'it has no list');
		const { results } = await search.call(this.context());
		const [first] = results;
		if (first === undefined) throw new Lacking(displayName, 'its list is empty');
		return first.value;
	}

	private async choices({ displayName, typeOptions }: Property): Promise<unknown[]> {
		const method = typeOptions?.loadOptionsMethod;
		const load = method && this.filling.placed.product.node.methods?.loadOptions?.[method];
		const all = load ? await load.call(this.context()) : [];
		if (all.length === 0) throw new Lacking(displayName, 'its list is empty');
		return all.map(({ value }) => value);
	}
}

/** Entries that a list of several kinds of calls reads at most; one that pages reads two pages whatever they hold. */
const MOST_ENTRIES = 3;
const MOST_PAGES = 2;

/**
 * The parameters of a read.
 * @throws Lacking where a field needs an ID that nobody has named
 */
export async function fill(filling: Filling): Promise<IDataObject> {
	const { placed } = filling;
	const parameters: IDataObject = { resource: placed.resource.value, operation: placed.operation.value };
	const form = new Form(filling, parameters);
	for (let property = form.next(); property !== undefined; property = form.next()) await form.fillIn(property);
	const shown = form.complete();
	if ('simplify' in shown) parameters.simplify = false;
	if ('returnAll' in shown) {
		const pages = 'paging' in placed.operation && placed.operation.paging !== undefined;
		parameters.returnAll = pages;
		if (!pages) parameters.limit = MOST_ENTRIES;
	}
	parameters.options = { callsPerSecond: 0, ...('returnAll' in shown && { maxPages: MOST_PAGES }) };
	return form.complete() as IDataObject;
}
