import { words as builtWords } from './locale';
import type { Resource } from './operation';
import { weaver, type Words } from './words';

/**
 * What stands under a node on the canvas, in the words of its form: "Send · Work Notification". An expression, since n8n knows
 * no other way; `}}` would end it.
 */
export function subtitleOf(resources: readonly Resource[], build: Words = builtWords): string {
	const { label } = weaver(build);
	const named = resources.flatMap((resource) =>
		resource.operations.map(({ name, value, zh }) => [
			`${resource.value}/${value}`,
			`${label(name, zh?.name ?? name)} · ${label(resource.name, resource.zh.name)}`,
		]),
	);
	const words = JSON.stringify(Object.fromEntries(named));
	return `={{ (${words})[$parameter["resource"] + "/" + $parameter["operation"]] ?? $parameter["operation"] + ": " + $parameter["resource"] }}`;
}
