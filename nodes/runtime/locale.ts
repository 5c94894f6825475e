/** Language of the labels. The build writes `zh-CN` here for the Chinese package (`npm run build -- --locale zh-CN`). */
export const locale: 'en' | 'zh-CN' = 'en';
