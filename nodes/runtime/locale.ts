/** The languages of a build: English alone, Chinese labels, or English labels that both languages explain. */
export type Words = 'en' | 'zh-CN' | 'both';

/** The build writes its own choice here (`npm run build -- --words zh-CN`). */
export const words: Words = 'both';
