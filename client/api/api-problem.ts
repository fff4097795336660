import * as z from "zod";
import { type ApiDiagnostic, apiDiagnostic, type ProblemCode } from "#shared/protocol/api.ts";

/** Why a call did not do what was asked. `unreachable` is ours: no answer came, or none of the server's. */
export type ApiProblem = Readonly<{
  code: ProblemCode | "unreachable";
  diagnostics: readonly ApiDiagnostic[];
}>;

export const unreachable: ApiProblem = { code: "unreachable", diagnostics: [] };

const codes = [
  "bad-request",
  "unreadable-file",
  "unauthenticated",
  "wrong-secret",
  "forbidden",
  "not-found",
  "unknown-format",
  "too-large",
  "too-many-requests",
  "storage-full",
  "unavailable",
  "internal",
] as const satisfies readonly ProblemCode[];

const problemSchema = z.object({
  code: z.enum(codes),
  diagnostics: z.array(apiDiagnostic).catch([]).default([]),
});

/** Reads a response that is not a success. A proxy in between may answer with anything. */
export async function readProblem(response: Response): Promise<ApiProblem> {
  const parsed = problemSchema.safeParse(await response.json().catch(() => null));
  if (parsed.success) return parsed.data;
  return response.status >= 500 ? unreachable : { code: "internal", diagnostics: [] };
}
