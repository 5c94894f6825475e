const ESCAPED: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text that is safe in HTML, in attributes too. */
export const escape = (text: string): string => text.replace(/[&<>"']/g, (letter) => ESCAPED[letter] ?? letter);

/** Phone first, light and dark as the reader's system is; every text has the contrast of WCAG AA. No script, no foreign file. */
const style = `
:root{color-scheme:light dark;--back:#f2f3f5;--card:#fff;--text:#171a1d;--soft:#6b7075;--line:#dcdee0;--main:#0068d6;--on:#fff;--bad:#d33}
@media (prefers-color-scheme:dark){:root{--back:#111314;--card:#1e2022;--text:#eceef0;--soft:#9aa0a6;--line:#3a3d40;--main:#0068d6;--on:#fff;--bad:#ff7a70}}
*{box-sizing:border-box}
body{margin:0;background:var(--back);color:var(--text);font:16px/1.6 system-ui,-apple-system,"PingFang SC","Microsoft YaHei",sans-serif}
main{max-width:34rem;margin:0 auto;padding:1.25rem 1rem 2rem;min-height:100vh;background:var(--card)}
@media (min-width:40rem){main{min-height:0;margin-top:8vh;border-radius:12px;padding:2rem}}
h1{font-size:1.3rem;line-height:1.4;margin:0 0 .75rem;overflow-wrap:anywhere}
p.message{white-space:pre-wrap;overflow-wrap:anywhere;margin:0 0 1.25rem}
p.note{color:var(--soft);font-size:.9rem;margin:.75rem 0}
p.bad{color:var(--bad);margin:.75rem 0}
label{display:block;margin:0 0 1rem}
label>span,legend{display:block;margin-bottom:.25rem;font-weight:600}
fieldset{border:0;margin:0 0 1rem;padding:0}
fieldset label{margin:.25rem 0;display:flex;gap:.5rem;align-items:center}
input:not([type=checkbox]):not([type=radio]),textarea,select{width:100%;min-height:3rem;padding:.6rem .75rem;border:1px solid var(--line);border-radius:8px;background:var(--back);color:inherit;font:inherit}
input[type=checkbox],input[type=radio]{width:1.25rem;height:1.25rem}
textarea{min-height:8rem}
button{display:block;width:100%;min-height:3rem;margin:.6rem 0 0;padding:.6rem 1rem;border:1px solid var(--line);border-radius:8px;background:transparent;color:inherit;font:inherit;font-weight:600;cursor:pointer}
button.main{background:var(--main);border-color:var(--main);color:var(--on)}
:focus-visible{outline:3px solid var(--main);outline-offset:2px}
`;

/** A whole page. `body` is HTML. */
export const page = (language: 'en' | 'zh', title: string, body: string): string =>
	`<!DOCTYPE html><html lang="${language === 'zh' ? 'zh-CN' : 'en'}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex"><title>${escape(title)}</title><style>${style}</style></head><body><main>${body}</main></body></html>`;

/** Nothing of the page may run, be kept, or tell another host where it came from. */
export const pageHeaders = {
	'content-type': 'text/html; charset=utf-8',
	'content-security-policy': "sandbox allow-forms; default-src 'none'; style-src 'unsafe-inline'",
	'cache-control': 'no-store',
	'referrer-policy': 'no-referrer',
	'x-content-type-options': 'nosniff',
	'x-robots-tag': 'noindex, nofollow',
};
