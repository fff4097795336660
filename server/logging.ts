import { pino } from "pino";

/** All that a log line may carry beside its words. A closed list, so that no text of a map slips in. */
export type LogFields = Readonly<{
  map?: string;
  code?: string | number;
  reason?: string;
  error?: unknown;
  sequence?: number;
  bytes?: number;
  waitingBytes?: number;
  retryMs?: number;
  method?: string;
  route?: string;
  status?: number;
  signal?: string;
}>;

/** The port through which all parts of the server speak to whoever runs it. */
export interface Log {
  debug(message: string, fields?: LogFields): void;
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  error(message: string, fields?: LogFields): void;
}

export const logLevels = ["debug", "info", "warn", "error", "silent"] as const;
export type LogLevel = (typeof logLevels)[number];

/** Structured lines on standard error; standard output stays free for the one line with the URL. */
export function createLog(level: LogLevel, write: (line: string) => void = toStandardError()): Log {
  const logger = pino({ level, base: null, serializers: { error: pino.stdSerializers.err } }, { write });
  return {
    debug: (message, fields) => logger.debug(fields ?? {}, message),
    info: (message, fields) => logger.info(fields ?? {}, message),
    warn: (message, fields) => logger.warn(fields ?? {}, message),
    error: (message, fields) => logger.error(fields ?? {}, message),
  };
}

function toStandardError(): (line: string) => void {
  const destination = pino.destination({ dest: 2, sync: true });
  return (line) => destination.write(line);
}

/** For tests that are not about logging. */
export const silentLog: Log = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};
