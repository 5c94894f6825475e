import type { Company } from '../company';
import { seedAiTable } from './aiTable';
import { seedApproval } from './approval';
import { seedAttendance } from './attendance';
import { seedCalendar } from './calendar';
import { seedDocuments } from './documents';
import { seedDrive } from './drive';
import { seedGroups } from './groups';
import { seedHr } from './hr';
import { seedMeeting } from './meeting';
import { seedReport } from './report';
import { seedSpreadsheet } from './spreadsheet';
import { seedCrm } from './crm';
import { seedProject } from './project';
import { seedYida } from './yida';

/** What the company has in each product, by product: a line here, a module beside it. Routes and tests read and write it. */
export const seedData = (company: Company, now: number) => ({
	calendar: seedCalendar(company, now),
	aiTable: seedAiTable(company, now),
	approval: seedApproval(company),
	attendance: seedAttendance(company, now),
	drive: seedDrive(company, now),
	groups: seedGroups(company, now),
	/** Organization accounts by user ID; the others came with their own. */
	accounts: { owned: ['xiaoding'], disabled: [] as string[] },
	hr: seedHr(company, now),
	report: seedReport(company, now),
	documents: seedDocuments(),
	spreadsheet: seedSpreadsheet(),
	meeting: seedMeeting(company, now),
	yida: seedYida(company, now),
	project: seedProject(company, now),
	crm: seedCrm(company, now),
});

export type Data = ReturnType<typeof seedData>;
