import type { FormComponent } from '../../data/approval';

const choices = ({ options = [] }: FormComponent): string[] =>
	options.map((one) => {
		const value: unknown = one.startsWith('{') ? JSON.parse(one) : one;
		return typeof value === 'object' && value !== null && 'value' in value ? String(value.value) : one;
	});

const list = (value: string): unknown[] | undefined => {
	try {
		const parsed: unknown = JSON.parse(value);
		return Array.isArray(parsed) ? parsed : undefined;
	} catch {
		return undefined;
	}
};

const date = ({ format = 'yyyy-MM-dd' }: FormComponent, value: unknown): boolean =>
	(/H/.test(format) ? /^\d{4}-\d\d-\d\d \d\d:\d\d$/ : /^\d{4}-\d\d-\d\d$/).test(String(value));

/** Whether a value does not fit its component: https://open.dingtalk.com/document/development/create-an-approval-instance */
export const formProblem = (component: FormComponent, value: string): boolean => {
	const entries = list(value);
	switch (component.componentName) {
		case 'NumberField':
		case 'MoneyField':
		case 'StarRatingField':
			return !/^-?\d+(\.\d+)?$/.test(value);
		case 'DDSelectField':
			return !choices(component).includes(value);
		case 'DDMultiSelectField':
			return !entries?.every((one) => choices(component).includes(String(one)));
		case 'DDDateField':
			return !date(component, value);
		case 'DDDateRangeField':
			return entries?.length !== 2 || !entries.every((one) => date(component, one));
		case 'InnerContactField':
		case 'DDPhotoField':
			return !entries?.every((one) => typeof one === 'string');
		case 'DepartmentField':
			return !/^\d+(,\d+)*$/.test(value);
		case 'TableField':
			return !entries?.every(
				(row) =>
					Array.isArray(row) &&
					row.every((cell: { name?: string; value?: unknown }) =>
						component.children?.some(
							(child) => child.label === cell.name && typeof cell.value === 'string' && !formProblem(child, cell.value),
						),
					),
			);
		case 'DDAttachment':
			return !entries?.every(
				(file) =>
					typeof file === 'object' &&
					file !== null &&
					'fileId' in file &&
					'spaceId' in file &&
					Object.values(file).every((one) => typeof one === 'string'),
			);
		default:
			return false;
	}
};
