/** All limits, once; both ends read them here. Sizes in bytes (1_048_576 is one MiB), times in milliseconds. */
export const limits = {
  /**
   * One WebSocket frame. A client answers in one frame all that the server lacks, so this stands above the largest
   * document; below it, whoever owes much would be closed, come back, and be closed again. It also stands below
   * `maxBufferedBytes`, so that one frame never makes a reader too slow.
   */
  maxFrameBytes: 12_582_912,
  /** One JSON request body, hence one imported file. */
  maxBodyBytes: 8_388_608,
  /** Encoded document above which the room takes only small writes. */
  maxDocumentBytes: 10_485_760,
  /** What is kept free above that, a tenth, for changes below the second: deleting a card writes a key, too. */
  maxFullDocumentBytes: 11_534_336,
  maxUpdateBytesWhenFull: 4_096,
  /** Updates waiting for others that never came. */
  maxPendingBytes: 1_048_576,
  /** Changes of one connection that are tried on a copy of the map: that takes as long as opening it. */
  maxTrialsPerSocket: 20,
  maxAwarenessBytes: 8_192,
  maxAwarenessClientsPerSocket: 8,
  maxBarrierBytes: 64,
  /** A lecture's worth: most of them watch. */
  maxSocketsPerRoom: 1_200,
  /** Of those, who only follows: however many come, whoever presents finds a place again. */
  maxAudienceSocketsPerRoom: 1_100,
  /** A session is one page, or what one browser was given: somebody's tabs and devices, not a crowd. */
  maxSocketsPerToken: 20,
  maxSocketsPerAddress: 100,
  maxConnectsPerAddressPerMinute: 240,
  /** Those that only follow a talk are counted by themselves: a lecture hall is one address, and all come at once. */
  maxAudienceSocketsPerAddress: 1_100,
  maxAudienceConnectsPerAddressPerMinute: 2_400,
  /** The same for who comes by a join code. */
  maxJoinsPerAddressPerMinute: 1_200,
  /** And for who signs in on the way there: setting out to the provider, and coming back, each. */
  maxSignInsPerAddressPerMinute: 1_200,
  /** Codes that are none: what a class mistypes, and far too few to find one of some 390 million. */
  maxWrongCodesPerAddressPerMinute: 30,
  /** Of an audience's and of remotes', each. Whoever makes another ends the oldest. */
  maxJoinCodesPerMap: 20,
  /** Twelve hours: a code, and what was opened by it. */
  joinCodeMs: 43_200_000,
  /** What an audience says without words fades after three minutes. */
  signalMs: 180_000,
  /** Of a map. Beyond them the oldest go. */
  maxSignalsPerMap: 2_000,
  maxSignalsPerTokenPerMinute: 30,
  maxSignalsPerAddressPerMinute: 1_200,
  /** Raised at once on a map. */
  maxHandsPerMap: 500,
  maxCreatesPerAddressPerMinute: 120,
  maxSessionsPerAddressPerMinute: 240,
  /** Summaries, exports and imports together: each copies a whole document, 100 ms for a large one. */
  maxReadsPerAddressPerMinute: 120,
  /** Exports, those together that are at hand: a class behind one address opens a page that shows a map. */
  maxExportsPerAddressPerMinute: 600,
  /** Exports of pictures and documents, which take seconds. */
  maxDrawingsPerAddressPerMinute: 30,
  /** Files that are read and written beside the server's own thread: at a time, and waiting for their turn. */
  maxFileThreads: 2,
  maxWaitingFileTasks: 32,
  /** What those hold in memory; the largest map and the largest file come to a quarter of it. */
  maxWaitingFileBytes: 134_217_728,
  fileTaskDeadlineMs: 55_000,
  fileTaskHeapMegabytes: 768,
  /** Files within these bounds, and maps of as many bytes, are at most three hundred things: less work than to start a thread. */
  smallFileChars: 4_096,
  smallFileLines: 100,
  /** Of formats in which few words make many things. */
  smallDenseFileChars: 48,
  smallMapBytes: 32_768,
  /** Files of whole maps that are at hand, until those change. */
  maxKeptFileBytes: 33_554_432,
  /** Sustained messages a second and the burst above it; over it the socket is paused, never dropped. */
  messagesPerSecond: 200,
  messageBurst: 1000,
  /** The same for bytes; the burst is more than one frame, so that whoever owes a whole map is not held up. */
  bytesPerSecond: 4_194_304,
  byteBurst: 16_777_216,
  /** What presence may send in a room, to all together; above it states are told less often, the latest of each. */
  presenceBytesPerSecond: 16_777_216,
  /** Calls of the HTTP API with one token or cookie. */
  maxCallsPerTokenPerMinute: 600,
  /** Above the first a socket gets nothing more until it is below the second, then one diff. */
  laggingAboveBytes: 1_048_576,
  caughtUpBelowBytes: 65_536,
  /** A socket further behind than this, or lagging this long without progress, is closed. */
  maxBufferedBytes: 16_777_216,
  lagDeadlineMs: 30_000,
  /** Writes waiting for the disk. */
  maxUnsavedBytesPerRoom: 33_554_432,
  /** The same, in all rooms of the process. */
  maxUnsavedBytes: 268_435_456,
  /** Memory of an open map, measured: so many times its encoded size, and what it costs when empty. */
  heapBytesPerEncodedByte: 13,
  heapBytesPerRoom: 65_536,
  /** Stopping sends people away one after the other within this time, so that they do not come back all at once. */
  drainSpreadMs: 5_000,
  drainMsPerConnection: 5,
  /** The room is put away this long after the last socket left. */
  roomIdleMs: 30_000,
  /** 30 days. What was deleted can be had back for this long; then the server takes it out for good. */
  keepDeletedMs: 2_592_000_000,
  /** Smaller maps come whole as fast as a glimpse of them would. */
  minGlimpsedCards: 1_000,
  maxGlimpsedCards: 150,
  maxGlimpsedLinks: 400,
  maxGlimpseBytes: 262_144,
  /** A glimpse of a map that is being edited may be this old. */
  glimpseAgeMs: 3_000,
  /** Tail of the log after which a snapshot is taken. */
  maxTailRecords: 2000,
  maxTailBytes: 1_048_576,
  /** A day: what the last snapshot replaced is kept this long. */
  keepReplacedMs: 86_400_000,
  /** An automatic version of a map that is being edited is at least an hour younger than the one before. */
  versionEveryMs: 3_600_000,
  /** When everybody has left, it need only be this much younger. */
  versionAtRestMs: 600_000,
  /** 48 hours: the last automatic version of each hour is kept, afterwards the last of each day. */
  keepHourlyVersionsMs: 172_800_000,
  /** What is said about a map, encoded; apart from the map. */
  maxTalkBytes: 4_194_304,
  maxThreadsPerMap: 2_000,
  maxCommentsPerThread: 500,
  /** People who can be mentioned. Whoever comes later can still comment. */
  maxTalkPeople: 2_000,
  maxCommentChars: 4_000,
  maxPollsPerMap: 200,
  /** In one round, of each moment. */
  maxBallotsPerPoll: 2_000,
  /** Each is a row. */
  maxReasonsPerBallot: 50,
  /** Below it no numbers are shown: with few it could be guessed who said what. */
  minBallotsShown: 5,
  minParticipantSecretChars: 22,
  maxParticipantSecretChars: 200,
  /** Comments, reactions, votes, and whatever else changes what is said. */
  maxTalkWritesPerTokenPerMinute: 60,
  /** A hall that votes within a minute is one address. */
  maxTalkWritesPerAddressPerMinute: 1_500,
  /** Reading votes and what one said oneself, as each follower does once. */
  maxPollReadsPerAddressPerMinute: 1_500,
  myMapsPerPage: 50,
  maxNamedVersionsPerMap: 200,
  maxVersionsBeforeRestoring: 50,
  /** A version unpacked; a map of `maxDocumentBytes` comes to a third of it. */
  maxVersionBytes: 67_108_864,
} as const;
