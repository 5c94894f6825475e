import { cleanFileName, fileNameOf, headerText } from '../../../nodes/protocol/fileNames';

/** Bytes as an HTTP library gives them: one character a byte. */
const utf8 = (text: string) => Buffer.from(text, 'utf8').toString('latin1');
const bytes = (hex: string) => Buffer.from(hex.replace(/ /g, ''), 'hex').toString('latin1');
/** 报告 in GBK. */
const REPORT_GBK = bytes('b1a8 b8e6');

/** Content-Disposition as servers were seen to write it, and the name that is meant. */
const NAMES: Array<[string, string, string]> = [
	['quoted', 'attachment; filename="report.pdf"', 'report.pdf'],
	['bare', 'attachment; filename=report.pdf', 'report.pdf'],
	['bare with blanks', 'attachment; filename=annual report.pdf', 'annual report.pdf'],
	['without a blank', 'attachment;filename=report.pdf', 'report.pdf'],
	['blanks around the sign', 'attachment ; filename = "report.pdf" ; size=3', 'report.pdf'],
	['upper case', 'ATTACHMENT; FILENAME="report.pdf"', 'report.pdf'],
	['inline', 'inline; filename="report.pdf"', 'report.pdf'],
	['no type at all', 'filename="report.pdf"', 'report.pdf'],
	['single quotes', "attachment; filename='report.pdf'", 'report.pdf'],
	['a turned direction of writing', utf8('attachment; filename="a\u202egpj.exe"'), 'agpj.exe'],
	['quotes not closed', 'attachment; filename="report.pdf', 'report.pdf'],
	['a semicolon in quotes', 'attachment; filename="a;b.pdf"; size=1', 'a;b.pdf'],
	['an escaped quote', 'attachment; filename="a\\"b.pdf"', 'a"b.pdf'],
	['RFC 8187', "attachment; filename*=UTF-8''%E6%8A%A5%E5%91%8A.pdf", '报告.pdf'],
	['RFC 8187 with a language', "attachment; filename*=utf-8'zh-CN'%E6%8A%A5%E5%91%8A.pdf", '报告.pdf'],
	['RFC 8187 in GBK', "attachment; filename*=GBK''%B1%A8%B8%E6.pdf", '报告.pdf'],
	['RFC 8187 in GB2312', "attachment; filename*=gb2312''%B1%A8%B8%E6.pdf", '报告.pdf'],
	['RFC 8187 in latin1', "attachment; filename*=ISO-8859-1''caf%E9.pdf", 'café.pdf'],
	['RFC 8187 that names the wrong charset', "attachment; filename*=UTF-8''%B1%A8%B8%E6.pdf", '报告.pdf'],
	['RFC 8187 in quotes', `attachment; filename*="UTF-8''%E6%8A%A5%E5%91%8A.pdf"`, '报告.pdf'],
	['RFC 8187 unescaped', utf8("attachment; filename*=UTF-8''报告.pdf"), '报告.pdf'],
	['RFC 8187 without a charset', 'attachment; filename*=%E6%8A%A5%E5%91%8A.pdf', '报告.pdf'],
	['RFC 8187 without its star', "attachment; filename=UTF-8''%E6%8A%A5%E5%91%8A.pdf", '报告.pdf'],
	['both, the plain one first', `attachment; filename="report.pdf"; filename*=UTF-8''%E6%8A%A5.pdf`, '报.pdf'],
	['both, the plain one last', `attachment; filename*=UTF-8''%E6%8A%A5.pdf; filename="report.pdf"`, '报.pdf'],
	['a percent sign that escapes nothing', 'attachment; filename="100% sure.pdf"', '100% sure.pdf'],
	['a broken escape in RFC 8187', "attachment; filename*=UTF-8''50%.pdf", '50%.pdf'],
	['percent-escapes in the plain one', 'attachment; filename="%E6%8A%A5%E5%91%8A.pdf"', '报告.pdf'],
	['percent-escapes of GBK', 'attachment; filename=%B1%A8%B8%E6.pdf', '报告.pdf'],
	['bytes of UTF-8', utf8('attachment; filename="报告（终）.pdf"'), '报告（终）.pdf'],
	['bytes of GBK', `attachment; filename="${REPORT_GBK}.pdf"`, '报告.pdf'],
	['bytes of GBK, unquoted', `attachment; filename=${REPORT_GBK}.pdf`, '报告.pdf'],
	['a character of GBK whose second byte is a backslash', `attachment; filename="${bytes('d55c')}"`, '誠'],
	['bytes of latin1', `attachment; filename="${bytes('636166 e9 2e706466')}"`, 'café.pdf'],
	['characters decoded before', 'attachment; filename="报告.pdf"', '报告.pdf'],
	['an emoji', utf8('attachment; filename="🎉.png"'), '🎉.png'],
	['RFC 2047, base64', 'attachment; filename="=?UTF-8?B?5oql5ZGKLnBkZg==?="', '报告.pdf'],
	['RFC 2047, base64 of GBK', 'attachment; filename="=?GBK?B?saixuC5wZGY=?="', '报备.pdf'],
	['RFC 2047, quoted-printable', 'attachment; filename="=?utf-8?Q?=E6=8A=A5_=E5=91=8A.pdf?="', '报 告.pdf'],
	['RFC 2047 that cuts a character in two', 'attachment; filename="=?UTF-8?Q?=E6=8A?= =?UTF-8?Q?=A5.pdf?="', '报.pdf'],
	[
		'RFC 2231 in pieces',
		`attachment; filename*0*=UTF-8''%E6%8A%A5; filename*1=%E5%91%8A; filename*2=".pdf"`,
		'报告.pdf',
	],
	['a path', 'attachment; filename="/etc/cron.d/report.pdf"', 'report.pdf'],
	['a path upwards', 'attachment; filename="../../../report.pdf"', 'report.pdf'],
	['a path of Windows', 'attachment; filename="C:\\docs\\report.pdf"', 'report.pdf'],
	['an escaped path', 'attachment; filename="..%2F..%2Freport.pdf"', 'report.pdf'],
	['a folder', 'attachment; filename="folder/"', 'folder'],
	['control characters', 'attachment; filename="re%00po%0d%0art.pdf"', 'report.pdf'],
	['a plus sign', 'attachment; filename="c++.pdf"', 'c++.pdf'],
	['a name without filename', 'attachment; name="report.pdf"', 'report.pdf'],
	['nothing', 'attachment', 'from-url.bin'],
	['an empty name', 'attachment; filename=""', 'from-url.bin'],
	['dots only', 'attachment; filename=".."', 'from-url.bin'],
	['an empty header', '', 'from-url.bin'],
	['rubbish', ';;;=;"";filename', 'from-url.bin'],
];

const URL_OF_ALL = 'https://oss.example.com/a/from-url.bin?sign=secret';

test.each(NAMES)('%s', (_, header, name) => {
	expect(fileNameOf({ 'content-disposition': header }, URL_OF_ALL)).toBe(name);
});

test.each([
	['https://x.com/a/%E6%8A%A5%E5%91%8A.pdf?sign=1', '报告.pdf'],
	['https://x.com/a/%B1%A8%B8%E6.pdf', '报告.pdf'],
	['https://x.com/a/报告.pdf', '报告.pdf'],
	['https://x.com/a/100%.pdf', '100%.pdf'],
	['https://x.com/a%2Fb.pdf', 'b.pdf'],
	['https://x.com/', undefined],
	['https://x.com', undefined],
	['not a URL', undefined],
])('the name in %s', (url, name) => {
	expect(fileNameOf({}, url)).toBe(name);
});

test('a header that came twice, and the name of a Content-Type', () => {
	expect(fileNameOf({ 'content-disposition': ['inline', 'attachment; filename=b.pdf'] }, URL_OF_ALL)).toBe('b.pdf');
	expect(fileNameOf({ 'content-type': 'application/pdf; name="c.pdf"' }, URL_OF_ALL)).toBe('c.pdf');
	expect(fileNameOf({ 'content-disposition': 7, 'content-type': null }, URL_OF_ALL)).toBe('from-url.bin');
});

test('a name is no longer than a file system takes, keeps its extension, and no character is cut', () => {
	const long = cleanFileName(`${'报'.repeat(200)}.pdf`) ?? '';
	expect(Buffer.byteLength(long)).toBeLessThanOrEqual(255);
	expect(long).toMatch(/^报{83}\.pdf$/);
	expect(Buffer.byteLength(cleanFileName('🎉'.repeat(200)) ?? '')).toBeLessThanOrEqual(255);
});

test('half of an emoji is replaced, so that the name can be encoded', () => {
	const name = cleanFileName('a\ud83c.png') ?? '';
	expect(name).toBe('a\ufffd.png');
	expect(() => encodeURIComponent(name)).not.toThrow();
});

test('the work grows with the length of the header only', () => {
	const ms = (header: string) => {
		const began = performance.now();
		fileNameOf({ 'content-disposition': header }, URL_OF_ALL);
		headerText(header);
		return performance.now() - began;
	};
	for (const unit of ['a', 'a=', '"', '\\"', '=?', '=?u?q?', '?= ', '%', '%e', "'", ';', ' ', '*', '/', '\xb1'])
		// Quadratic work would take minutes for this length.
		expect([unit, ms(`attachment; filename="${unit.repeat(300_000)}`) < 5_000]).toEqual([unit, true]);
});
