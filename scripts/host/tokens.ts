/** Text in pieces as models send them: a few letters each. */
export const tokensOf = (content: string): string[] => content.match(/[\s\S]{1,3}/g) ?? [];
