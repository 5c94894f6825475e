/** The drawing on each icon, in a square of 60; `main`, `soft` and `ground` stand for the colours of the light or the dark icon. */
export interface Glyph {
	/** Of the ground. */
	color: string;
	/** Drawn in lines of 4 with round ends; shapes with `fill` are filled. */
	drawing: string;
}

export const glyphs: Readonly<Record<string, Glyph>> = {
	dingtalk: {
		color: '#1677ff',
		drawing:
			'<path fill="main" d="M20 13h20a9 9 0 0 1 9 9v10a9 9 0 0 1-9 9H30l-8 8v-8h-2a9 9 0 0 1-9-9V22a9 9 0 0 1 9-9z"/><path stroke="ground" d="M21 23.5h18M21 31.5h10"/>',
	},
	contacts: {
		color: '#0e9f9a',
		drawing:
			'<circle cx="40" cy="23" r="5" fill="soft"/><path fill="soft" d="M41 31c6 0 9 4 9 11h-7c0-5-2-8-5-10z"/><circle cx="25" cy="22" r="7.5" fill="main"/><path fill="main" d="M11 45c0-8 5-13 14-13s14 5 14 13z"/>',
	},
	hr: {
		color: '#d6409f',
		drawing:
			'<path stroke="soft" d="M30 10v8"/><rect x="15" y="17" width="30" height="32" rx="6" fill="main"/><circle cx="30" cy="29" r="5" fill="ground"/><path fill="ground" d="M21 43c0-5 3-8 9-8s9 3 9 8z"/>',
	},
	attendance: {
		color: '#2f9e44',
		drawing:
			'<circle cx="28" cy="29" r="16" stroke="main"/><path stroke="main" d="M28 20v9l6 4"/><circle cx="42" cy="43" r="10" fill="ground"/><path stroke="main" d="m36 43 4.5 4.5L49 38"/>',
	},
	approval: {
		color: '#f08c00',
		drawing:
			'<path fill="main" d="M30 10a8 8 0 0 1 8 8c0 5-3 7-3 12h7a5 5 0 0 1 5 5v4H13v-4a5 5 0 0 1 5-5h7c0-5-3-7-3-12a8 8 0 0 1 8-8z"/><path stroke="soft" d="M15 47h30"/>',
	},
	toDo: {
		color: '#4c5fe6',
		drawing:
			'<path stroke="soft" d="M45 31v9a6 6 0 0 1-6 6H20a6 6 0 0 1-6-6V21a6 6 0 0 1 6-6h14"/><path stroke="main" stroke-width="5" d="m22 28 8 8 18-20"/>',
	},
	report: {
		color: '#7a4fe0',
		drawing:
			'<path fill="main" d="M16 25h7l17-9a2 2 0 0 1 3 2v24a2 2 0 0 1-3 2l-17-9h-7a4 4 0 0 1-4-4v-2a4 4 0 0 1 4-4z"/><path stroke="soft" d="m21 36 3 10M49 26v8"/>',
	},
	calendar: {
		color: '#e5484d',
		drawing:
			'<rect x="13" y="16" width="34" height="31" rx="6" fill="main"/><path stroke="soft" d="M21 11v8M39 11v8"/><path stroke="ground" stroke-width="3" d="M14 26h32"/><rect x="31" y="33" width="9" height="8" rx="2" fill="ground"/>',
	},
	meeting: {
		color: '#0ca678',
		drawing:
			'<rect x="11" y="19" width="26" height="22" rx="6" fill="main"/><path fill="soft" d="m40 28 7-5a1.5 1.5 0 0 1 2.5 1.2v11.6A1.5 1.5 0 0 1 47 37l-7-5z"/>',
	},
	aiTable: {
		color: '#8e4ec6',
		drawing:
			'<path stroke="main" d="M30 15H19a6 6 0 0 0-6 6v19a6 6 0 0 0 6 6h20a6 6 0 0 0 6-6V31M14 29h18M14 38h30M26 29v16"/><path fill="soft" d="M41 9c1 6 4 9 10 10-6 1-9 4-10 10-1-6-4-9-10-10 6-1 9-4 10-10z"/>',
	},
	spreadsheet: {
		color: '#24883f',
		drawing:
			'<rect x="13" y="14" width="34" height="32" rx="6" stroke="main"/><path fill="main" d="M13 24v-4a6 6 0 0 1 6-6h22a6 6 0 0 1 6 6v4z"/><path stroke="soft" stroke-width="3" d="M15 35h30M30 26v18"/>',
	},
	docs: {
		color: '#2b8be8',
		drawing:
			'<path fill="main" d="M21 11h13l11 11v23a4 4 0 0 1-4 4H21a5 5 0 0 1-5-5V16a5 5 0 0 1 5-5z"/><path fill="soft" d="M34 11v8a3 3 0 0 0 3 3h8z"/><path stroke="ground" d="M24 32h13M24 40h8"/>',
	},
	drive: {
		color: '#e09100',
		drawing:
			'<path fill="soft" d="M13 20a4 4 0 0 1 4-4h9l5 5h12a4 4 0 0 1 4 4v5H13z"/><path fill="main" d="M13 27h34v14a5 5 0 0 1-5 5H18a5 5 0 0 1-5-5z"/>',
	},
	forms: {
		color: '#dd3a72',
		drawing:
			'<rect x="13" y="11" width="34" height="13" rx="4" fill="main"/><path stroke="ground" d="M20 17.5h9"/><circle cx="18" cy="35" r="5" fill="main"/><circle cx="18" cy="35" r="1.8" fill="ground"/><circle cx="18" cy="48" r="4" stroke="soft" stroke-width="3"/><path stroke="main" d="M29 35h17M29 48h11"/>',
	},
	project: {
		color: '#0f7c96',
		drawing:
			'<rect x="12" y="14" width="10" height="32" rx="3.5" fill="main"/><rect x="25" y="14" width="10" height="21" rx="3.5" fill="soft"/><rect x="38" y="14" width="10" height="27" rx="3.5" fill="main"/>',
	},
	crm: {
		color: '#e8590c',
		drawing:
			'<path fill="main" d="M15 14h30a3 3 0 0 1 2.3 5L37 31v11.5a2 2 0 0 1-1 1.8l-8 4.2a2 2 0 0 1-3-1.8V31L12.7 19a3 3 0 0 1 2.3-5z"/><path stroke="ground" stroke-width="3" d="M21 22h18"/>',
	},
	apiCall: {
		color: '#52606d',
		drawing: '<path stroke="main" d="m21 19-11 11 11 11M39 19l11 11-11 11"/><path stroke="soft" d="m33 15-6 30"/>',
	},
	trigger: {
		color: '#1677ff',
		drawing:
			'<circle cx="30" cy="30" r="5.5" fill="main"/><path stroke="main" d="M21 39a13 13 0 0 1 0-18M39 21a13 13 0 0 1 0 18"/><path stroke="soft" d="M14.5 45.5a22 22 0 0 1 0-31M45.5 14.5a22 22 0 0 1 0 31"/>',
	},
	sendAndWait: {
		color: '#1677ff',
		drawing:
			'<path stroke="main" d="M18 13h24M18 47h24"/><path fill="main" d="M21 13h18c0 9-3 12-7 17 4 5 7 8 7 17H21c0-9 3-12 7-17-4-5-7-8-7-17z"/><path stroke="ground" stroke-width="3" d="M25.5 42c2-4 7-4 9 0M27 21h6"/>',
	},
	aiCard: {
		color: '#1677ff',
		drawing:
			'<path stroke="main" d="M29 15H17a5 5 0 0 0-5 5v21a5 5 0 0 0 5 5h26a5 5 0 0 0 5-5V32M20 28h10M20 37h18"/><path fill="soft" d="M41 9c1 6 4 9 10 10-6 1-9 4-10 10-1-6-4-9-10-10 6-1 9-4 10-10z"/>',
	},
};
