import type { Context, ErrorHandler } from "hono";
import { HTTPException } from "hono/http-exception";
import type { ApiDiagnostic, Problem, ProblemCode } from "#shared/protocol/api.ts";
import type { AccessFault } from "../../access/index.ts";
import { FileTaskError } from "../../files/index.ts";
import type { Log } from "../../logging.ts";
import { DocumentFullError, StoreError } from "../../rooms/index.ts";

const statusAndTitle = {
  "bad-request": [400, "The request is not understood"],
  unauthenticated: [401, "Access is needed"],
  "sign-in-needed": [401, "Sign in first"],
  "wrong-secret": [403, "The link does not open this map"],
  forbidden: [403, "This is not allowed"],
  "not-found": [404, "There is nothing here"],
  conflict: [409, "Somebody else was faster"],
  "too-many-versions": [409, "There are too many versions"],
  deleted: [410, "The map was deleted"],
  "unknown-format": [404, "The format is not known"],
  "too-large": [413, "This is too large"],
  "unreadable-file": [422, "The file cannot be read"],
  "too-many-requests": [429, "Too many requests"],
  internal: [500, "The server failed"],
  unavailable: [503, "The server cannot do this at present"],
  "storage-full": [507, "The server's disk is full"],
} as const satisfies Readonly<Record<ProblemCode, readonly [number, string]>>;

/** Every code that a problem can have. */
export const problemCodes: readonly ProblemCode[] = Object.keys(statusAndTitle) as ProblemCode[];

/** Ends a request with a problem; `detail` says what happened and what to do. */
export class ProblemError extends Error {
  readonly code: ProblemCode;
  readonly diagnostics: readonly ApiDiagnostic[] | undefined;
  readonly restorableUntil: number | undefined;

  constructor(
    code: ProblemCode,
    detail: string,
    diagnostics?: readonly ApiDiagnostic[],
    restorableUntil?: number,
  ) {
    super(detail);
    this.name = "ProblemError";
    this.code = code;
    this.diagnostics = diagnostics;
    this.restorableUntil = restorableUntil;
  }
}

/** The problem that an access fault is to the caller. */
export function accessProblem(fault: AccessFault, restorableUntil?: number): ProblemError {
  switch (fault) {
    case "not-found":
      return new ProblemError("not-found", "There is no map with this id. Check the link.");
    case "deleted":
      return new ProblemError("deleted", "This map was deleted by its owner.", undefined, restorableUntil);
    case "unauthenticated":
      return new ProblemError("unauthenticated", "Open the map by its link first, or send a valid token.");
    case "wrong-secret":
      return new ProblemError(
        "wrong-secret",
        "The secret does not belong to this map. Check the whole link.",
      );
  }
}

/** The problem that a file is in which nothing could be read. */
export function unreadableFile(diagnostics: readonly ApiDiagnostic[]): ProblemError {
  return new ProblemError(
    "unreadable-file",
    "The file was not read; the diagnostics say where it is wrong.",
    diagnostics,
  );
}

/** Turns whatever a route throws into a problem document, and logs what is our own fault. */
export function handleError(log: Log): ErrorHandler {
  return (error, c) => {
    const problem = problemOf(error);
    if (problem.code === "internal" || problem.code === "unavailable" || problem.code === "storage-full")
      log.error("A request failed.", {
        method: c.req.method,
        route: c.req.routePath,
        code: problem.code,
        error,
      });
    return problemResponse(c, problem);
  };
}

/** A response that carries a problem. */
export function problemResponse(c: Context, problem: ProblemError): Response {
  const { code, message, diagnostics, restorableUntil } = problem;
  const [status, title] = statusAndTitle[code];
  const body: Problem = {
    type: "about:blank",
    title,
    status,
    detail: message,
    code,
    ...(diagnostics === undefined ? {} : { diagnostics }),
    ...(restorableUntil === undefined ? {} : { restorableUntil }),
  };
  return c.body(JSON.stringify(body), status, { "content-type": "application/problem+json" });
}

function problemOf(error: Error): ProblemError {
  if (error instanceof ProblemError) return error;
  if (error instanceof FileTaskError) return fileProblem(error);
  if (error instanceof DocumentFullError) {
    return new ProblemError(
      "too-large",
      "Nothing was added, because the map would become larger than a map may be. Import less, or into a new map.",
    );
  }
  if (error instanceof StoreError && error.code === "full") {
    return new ProblemError(
      "storage-full",
      "Nothing was changed, because the server has no disk space left. Ask whoever runs it to make room, then try again.",
    );
  }
  if (error instanceof StoreError)
    return new ProblemError("unavailable", "The server cannot reach its data. Try again in a minute.");
  if (error instanceof HTTPException && error.status === 400)
    return new ProblemError("bad-request", "The body is not valid JSON.");
  return new ProblemError("internal", "Something went wrong at the server. Try again.");
}

function fileProblem({ code, message }: FileTaskError): ProblemError {
  switch (code) {
    case "refused":
      return new ProblemError("too-large", message);
    case "busy":
      return new ProblemError("unavailable", "The server is busy with other files. Try again in a minute.");
    case "too-long":
    case "too-large":
      return new ProblemError(
        "too-large",
        "This takes more time or memory than the server may use for one file. Take a part of the map or the file.",
      );
    case "called-off":
      // Nobody reads this, and it is no fault of the server that its log should tell.
      return new ProblemError("bad-request", "The request was ended before its answer came.");
    case "failed":
      return new ProblemError("internal", "The file could not be made or read. Try again.");
  }
}
