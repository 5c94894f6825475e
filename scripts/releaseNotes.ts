/**
 * The part of a changelog that tells of one version: what stands below its heading `## 1.2.3`, or `## 1.2.3 (2026-01-31)`.
 * @returns undefined: there is no such part, or nothing stands in it
 */
export function notesOf(changelog: string, version: string): string | undefined {
	const lines = changelog.split('\n');
	const isHeading = (line: string) => line === `## ${version}` || line.startsWith(`## ${version} (`);
	const from = lines.findIndex(isHeading);
	if (from < 0) return undefined;
	const rest = lines.slice(from + 1);
	const to = rest.findIndex((line) => line.startsWith('## '));
	return (to < 0 ? rest : rest.slice(0, to)).join('\n').trim() || undefined;
}
