import type { Company } from '../company';

export interface Video {
	recordId: string;
	unionId: string;
	/** Epoch milliseconds. */
	startTime: number;
	endTime: number;
	duration: number;
	recordType: number;
	mediaId: string;
	regionId: string;
	data: Buffer;
}

/** What somebody said; times are milliseconds from the start of the recording. */
export interface Paragraph {
	nickName: string;
	unionId: string;
	startTime: number;
	endTime: number;
	paragraph: string;
}

export interface Conference {
	conferenceId: string;
	title: string;
	creatorId: string;
	creatorNick: string;
	/** 0: not started, 1: over, 2: running. */
	status: number;
	startTime: number;
	endTime: number;
	roomCode: string;
	scheduleConferenceId?: string;
	/** unionIds of who is in it, or was. */
	members: string[];
	removed: string[];
	barred: string[];
	/** Phones that were called. */
	phones: string[];
	muted: boolean;
	recording: boolean;
	videos: Video[];
	paragraphs: Paragraph[];
}

export interface Schedule {
	scheduleConferenceId: string;
	creatorUnionId: string;
	title: string;
	startTime: number;
	endTime: number;
	roomCode: string;
	settings: Record<string, unknown>;
}

export interface LiveStream {
	liveId: string;
	unionId: string;
	title: string;
	introduction?: string;
	coverUrl?: string;
	preStartTime: number;
	preEndTime: number;
	/** 0: announced, 1: live, 3: over. */
	liveStatus: number;
	viewers: Array<{ unionId?: string; userId?: string; name: string; watchLiveTime: number }>;
}

export interface Minutes {
	taskUuid: string;
	title: string;
	creatorUnionId: string;
	creatorNick: string;
	sharedWith: string[];
	startTime: number;
	paragraphs: Paragraph[];
	summary: string;
}

export interface MeetingData {
	conferences: Conference[];
	schedules: Schedule[];
	lives: LiveStream[];
	minutes: Minutes[];
}

export const ENDED = 'sandboxConferenceEnded01';
export const RUNNING = 'sandboxConferenceRunning';

export const seedMeeting = ({ users }: Company, now: number): MeetingData => {
	const [host, second, third] = users;
	const nameOf = (unionid: string) => users.find((one) => one.unionid === unionid)?.name ?? '';
	const creator = host?.unionid ?? '';
	const others = [second?.unionid ?? '', third?.unionid ?? ''];
	const began = now - 3_600_000;
	const said = (unionId: string, startTime: number, paragraph: string): Paragraph => ({
		nickName: nameOf(unionId),
		unionId,
		startTime,
		endTime: startTime + 4000,
		paragraph,
	});
	const paragraphs = [
		said(creator, 1000, '大家好，我们开始。'),
		said(others[0] ?? '', 65_000, '接口已经联调完成。'),
		said(others[1] ?? '', 130_000, '我明天发布。'),
	];
	const conference = (conferenceId: string, title: string, more: Partial<Conference>): Conference => ({
		conferenceId,
		title,
		creatorId: creator,
		creatorNick: nameOf(creator),
		status: 2,
		startTime: began,
		endTime: 0,
		roomCode: '42726033559',
		members: [creator, ...others],
		removed: [],
		barred: [],
		phones: [],
		muted: false,
		recording: false,
		videos: [],
		paragraphs: [],
		...more,
	});
	return {
		conferences: [
			conference(ENDED, '周会', {
				status: 1,
				endTime: began + 600_000,
				roomCode: '42726033001',
				videos: [
					{
						recordId: '2908822680001172033',
						unionId: creator,
						startTime: began,
						endTime: began + 600_000,
						duration: 600_000,
						recordType: 0,
						mediaId: 'faa1566c5bc24f21821ae2394f82db2e',
						regionId: 'cn-shenzhen',
						data: Buffer.from('\0\0\0\u0018ftypmp42 sandbox recording'),
					},
				],
				paragraphs,
			}),
			conference(RUNNING, '值班会议', {}),
			conference('sandboxConferenceClosing', '临时会议', { roomCode: '42726033777' }),
		],
		schedules: [],
		lives: [],
		minutes: [
			{
				taskUuid: '7632756964333436sandbox01',
				title: '周会听记',
				creatorUnionId: creator,
				creatorNick: nameOf(creator),
				sharedWith: others,
				startTime: began,
				paragraphs,
				summary: '接口联调完成，明天发布。',
			},
		],
	};
};
