/**
 * What saved workflows store of this package: nodes with their version, resources, operations, fields with their type, option
 * values, modes of locators, credentials. `npm run names` writes them to test/storedNames.txt, one per line.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { INodeProperties, INodePropertyCollection, INodePropertyOptions, NodeParameterValue } from 'n8n-workflow';
import { DingTalkApi } from '../credentials/DingTalkApi.credentials';
import { DingTalkRobotApi } from '../credentials/DingTalkRobotApi.credentials';
import { nodeFolders, nodeIn } from './nodes';

export const namesFile = join(__dirname, '../test/storedNames.txt');

/** Text that reads as something else than text stands in quotes: "20" is not 20. */
const shown = (value: NodeParameterValue): string =>
	typeof value === 'string' && !/^$|^[\d-]|^(true|false)$/.test(value) ? value : JSON.stringify(value);

type Option = INodeProperties | INodePropertyOptions | INodePropertyCollection;

/** A field, its option values, and the fields within it, each under its path. */
function namesOf({ name, type, modes = [], typeOptions, options = [] }: INodeProperties, place: string): string[] {
	if (type === 'notice') return [];
	const path = `${place} ${name}`;
	const many = typeOptions?.multipleValues === true ? ' (several)' : '';
	const by =
		modes.length > 0
			? ` by ${modes
					.map((mode) => mode.name)
					.sort()
					.join(', ')}`
			: '';
	const inner = (option: Option): string[] => {
		if ('values' in option)
			return option.values.flatMap((field) =>
				namesOf({ ...field, name: `${name}.${option.name}.${field.name}` }, place),
			);
		if ('type' in option) return namesOf({ ...option, name: `${name}.${option.name}` }, place);
		return 'value' in option ? [`${path} = ${shown(option.value)}`] : [];
	};
	return [`${path}: ${type}${many}${by}`, ...options.flatMap(inner)];
}

/** Where a property of a node belongs: to its operations, to a resource, or to the node. */
function placesOf(node: string, { displayOptions }: INodeProperties): string[] {
	const { resource, operation } = displayOptions?.show ?? {};
	const resources = resource?.map((name) => `${node} ${String(name)}`) ?? [node];
	return operation ? resources.flatMap((start) => operation.map((name) => `${start} ${String(name)}`)) : resources;
}

/** Fields that every operation has, named once for their node. */
const EVERYWHERE = / (options(\.(batching|callsPerSecond))?: \w+)$/;

/** Every stored name, sorted. */
export function storedNames(): string[] {
	const nodes = nodeFolders.map(nodeIn).flatMap(({ description: { name: node, version, properties } }) => [
		`${node} version ${String(version)}`,
		...properties
			.flatMap((property) => placesOf(node, property).flatMap((place) => namesOf(property, place)))
			.map((name) => {
				const [, common] = EVERYWHERE.exec(name) ?? [];
				return common ? `${node} ${common}` : name;
			}),
	]);
	const credentials = [new DingTalkApi(), new DingTalkRobotApi()].flatMap(({ name, properties }) =>
		properties.flatMap((property) => namesOf(property, `credential ${name}`)),
	);
	return [...new Set([...nodes, ...credentials])].sort();
}

/** What a change of the names does to saved workflows; empty: nothing has changed. */
export function namesReport(): string {
	const before = readFileSync(namesFile, 'utf8').split('\n').filter(Boolean);
	const now = storedNames();
	const lost = before.filter((name) => !now.includes(name)).map((name) => `- ${name}`);
	const added = now.filter((name) => !before.includes(name)).map((name) => `+ ${name}`);
	if (lost.length + added.length === 0) return '';
	return [
		lost.length > 0
			? 'Workflows that people have saved name these things, which are gone:'
			: 'There are names that workflows will store from now on, and then they cannot change any more:',
		...lost,
		...added,
		'If that is meant: npm run names',
	].join('\n');
}

if (require.main === module) writeFileSync(namesFile, `${storedNames().join('\n')}\n`);
