import type { ApiDiagnostic } from "#shared/protocol/api.ts";
import { CommandError, type CommandIo } from "./command.ts";
import { explainFault } from "./data-dir.ts";

/** What a server said against a call, in its own words. */
export class RefusalError extends CommandError {
  override name = "RefusalError";
  readonly diagnostics: readonly ApiDiagnostic[];

  constructor(message: string, diagnostics: readonly ApiDiagnostic[]) {
    super(message);
    this.diagnostics = diagnostics;
  }
}

/** Longer than the server takes for the largest picture. */
const timeoutMs = 120_000;

/** Asks a server for something; rejects with a `CommandError` where it cannot be had. */
export async function callServer(io: CommandIo, url: string, init: RequestInit): Promise<Response> {
  const response = await io
    .fetch(url, { ...init, signal: AbortSignal.timeout(timeoutMs) })
    .catch((error: unknown) => {
      throw new CommandError(`There is no answer from ${new URL(url).origin}: ${reasonOf(error)}`);
    });
  if (response.ok) return response;
  const problem: unknown = await response.json().catch(() => undefined);
  throw refusalOf(problem, response.status);
}

/** `fetch` tells the reason one level further down. */
function reasonOf(error: unknown): string {
  return explainFault(error instanceof Error && error.cause !== undefined ? error.cause : error);
}

function refusalOf(problem: unknown, status: number): RefusalError {
  const { detail, diagnostics } = (
    typeof problem === "object" && problem !== null ? problem : {}
  ) as Readonly<{
    detail?: unknown;
    diagnostics?: unknown;
  }>;
  const message = typeof detail === "string" ? detail : `The server answered with the status ${status}.`;
  return new RefusalError(message, Array.isArray(diagnostics) ? (diagnostics as ApiDiagnostic[]) : []);
}
