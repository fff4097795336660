import * as z from "zod";
import { modelLimits } from "#shared/model/limits.ts";
import type { LinkName, Role } from "./roles.ts";
import { roles } from "./roles.ts";

/** `POST /api/maps`. Without `content` the map is empty; `format` says how to read it (default `json`). */
export type CreateMapRequest = Readonly<{
  title?: string | undefined;
  format?: string | undefined;
  content?: string | undefined;
}>;
export const createMapRequest: z.ZodType<CreateMapRequest> = z.object({
  title: z.string().trim().max(modelLimits.maxTitleChars).optional(),
  format: z.string().min(1).max(40).optional(),
  content: z.string().optional(),
});

/** Full URLs, each with its secret behind `#`. They are shown once; the server keeps hashes. */
export type MapLinks = Readonly<Record<LinkName, string>>;
/** `POST /api/maps/:id/links` and what lies below it. */
export type LinksResponse = Readonly<{ links: MapLinks; isLocked: boolean }>;
export type CreateMapResponse = Readonly<{
  id: string;
  links: MapLinks;
  diagnostics: readonly ApiDiagnostic[];
}>;

/** `POST /api/maps/:id/session`: trades a link's secret for a session. The cookie is set as well. */
export type SessionRequest = Readonly<{ secret: string }>;
export const sessionRequest: z.ZodType<SessionRequest> = z.object({ secret: z.string().min(1).max(200) });
/** `isLocked`: only the owner may change the map at present, and `role` says what that leaves. */
export type SessionResponse = Readonly<{ role: Role; isLocked: boolean; token: string }>;
export const sessionResponse: z.ZodType<SessionResponse> = z.object({
  role: z.enum(roles as readonly [Role, ...Role[]]),
  isLocked: z.boolean(),
  token: z.string(),
});

/** `DELETE /api/maps/:id`: until when the owner can take it back, in milliseconds since 1970. */
export type DeleteResponse = Readonly<{ restorableUntil: number }>;

/** `GET /api/maps/:id`. */
export type MapSummary = Readonly<{
  id: string;
  title: string;
  role: Role;
  isLocked: boolean;
  createdAt: number;
  counts: Readonly<{ cards: number; arguments: number; conflicts: number; sources: number }>;
}>;

/** One finding of a reader: what, where and how bad. */
export type ApiDiagnostic = Readonly<{
  code: string;
  severity: "error" | "warning" | "info";
  message: string;
  line?: number | undefined;
  column?: number | undefined;
  path?: string | undefined;
}>;

export const apiDiagnostic: z.ZodType<ApiDiagnostic> = z.object({
  code: z.string(),
  severity: z.enum(["error", "warning", "info"]),
  message: z.string(),
  line: z.number().optional(),
  column: z.number().optional(),
  path: z.string().optional(),
});

/** How many records of each kind. */
export type MapCounts = Readonly<{
  cards: number;
  arguments: number;
  conflicts: number;
  sources: number;
  groups: number;
  presentations: number;
  steps: number;
}>;

/**
 * `POST /api/maps/:id/import/:format`, the file as body. `renamed` of the records added were there already by their ids,
 * and came in beside what was there. After a dry run nothing was added, and this says what would have been.
 */
export type ImportResponse = Readonly<{
  added: number;
  renamed: number;
  counts: MapCounts;
  diagnostics: readonly ApiDiagnostic[];
}>;

/** `GET /api/maps/:id/export/:format/losses`: what of this map the file would be missing, and in how many records. */
export type LossesResponse = Readonly<{
  losses: readonly Readonly<{ feature: string; count: number; characters?: string | undefined }>[];
}>;

/** `GET /api/formats`: what files can be. */
export type FormatsResponse = Readonly<{
  formats: readonly Readonly<{
    name: string;
    label: string;
    family: string;
    extensions: readonly string[];
    mediaType: string;
    canRead: boolean;
    canWrite: boolean;
    options: readonly string[];
  }>[];
}>;

/** `GET /api/time`: the server's clock, in milliseconds since 1970. */
export type TimeResponse = Readonly<{ now: number }>;

/** RFC 9457 problem details; `code` is ours and stable. */
export type Problem = Readonly<{
  type: string;
  title: string;
  status: number;
  detail: string;
  code: ProblemCode;
  diagnostics?: readonly ApiDiagnostic[] | undefined;
  /** With `deleted`, for the owner: until when the map can be had back, in milliseconds since 1970. */
  restorableUntil?: number | undefined;
}>;
export type ProblemCode =
  | "bad-request"
  | "unreadable-file"
  | "unauthenticated"
  | "sign-in-needed"
  | "wrong-secret"
  | "forbidden"
  | "not-found"
  | "deleted"
  | "conflict"
  | "too-many-versions"
  | "unknown-format"
  | "too-large"
  | "too-many-requests"
  | "storage-full"
  | "unavailable"
  | "internal";
