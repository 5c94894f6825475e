/** Where a file is: DingTalk's signed address, with the headers that belong to it. */
export interface DownloadTarget {
	url: string;
	/** Other addresses of the same file. */
	urls?: readonly string[];
	headers?: Record<string, string>;
	/** What the file is called; else what the server calls it. */
	name?: string;
}
