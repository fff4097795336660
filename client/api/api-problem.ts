import * as s from "#shared/lib/schema.ts";
import type { ApiDiagnostic, ProblemCode } from "#shared/protocol/api.ts";

/** Why a call did not do what was asked. `unreachable` is ours: no answer came, or none of the server's. */
export type ApiProblem = Readonly<{
  code: ProblemCode | "unreachable";
  diagnostics: readonly ApiDiagnostic[];
  /** Of a map that was deleted, for its owner: until when it can be had back, in milliseconds since 1970. */
  restorableUntil?: number | undefined;
}>;

export const unreachable: ApiProblem = { code: "unreachable", diagnostics: [] };

const codes = [
  "bad-request",
  "unreadable-file",
  "unauthenticated",
  "sign-in-needed",
  "wrong-secret",
  "forbidden",
  "not-found",
  "deleted",
  "conflict",
  "too-many-versions",
  "unknown-format",
  "too-large",
  "too-many-requests",
  "storage-full",
  "unavailable",
  "internal",
] as const satisfies readonly ProblemCode[];

/** What a reader of a file found, as the server tells it. */
export const diagnosticsSchema: s.Schema<readonly ApiDiagnostic[]> = s.array(
  s.object<ApiDiagnostic>({
    code: s.string(),
    severity: s.oneOf(["error", "warning", "info"]),
    message: s.string(),
    line: s.optional(s.number()),
    column: s.optional(s.number()),
    path: s.optional(s.string()),
  }),
);

const problemSchema = s.object({
  code: s.oneOf(codes),
  diagnostics: s.withFallback(diagnosticsSchema, []),
  restorableUntil: s.withFallback(s.optional(s.number()), undefined),
});

/** Reads a response that is not a success. A proxy in between may answer with anything. */
export async function readProblem(response: Response): Promise<ApiProblem> {
  const parsed = problemSchema.safeParse(await response.json().catch(() => null));
  if (parsed.success) return parsed.data;
  return response.status >= 500 ? unreachable : { code: "internal", diagnostics: [] };
}
