import type { Company } from '../company';
import { seedCalendar } from './calendar';

/** What the company has in each product, by product: a line here, a module beside it. Routes and tests read and write it. */
export const seedData = (company: Company, now: number) => ({
	calendar: seedCalendar(company, now),
});

export type Data = ReturnType<typeof seedData>;
