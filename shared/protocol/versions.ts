import * as z from "zod";
import { modelLimits } from "#shared/model/limits.ts";

/**
 * Why a version was kept: the server does so by itself, somebody asked and gave it a name, or it is what was there
 * before a version was restored.
 */
export const versionKinds = ["automatic", "named", "before-restoring"] as const;
export type VersionKind = (typeof versionKinds)[number];

/** One kept version of a map. `at` is in milliseconds since 1970; `name` and `author` may be empty. */
export type VersionSummary = Readonly<{
  id: string;
  at: number;
  kind: VersionKind;
  name: string;
  author: string;
  cards: number;
}>;
export const versionSummary: z.ZodType<VersionSummary> = z.object({
  id: z.string(),
  at: z.number(),
  kind: z.enum(versionKinds),
  name: z.string(),
  author: z.string(),
  cards: z.number(),
});

/** `GET /api/maps/:id/versions`, the newest first. */
export type VersionList = Readonly<{ versions: readonly VersionSummary[] }>;
export const versionList: z.ZodType<VersionList> = z.object({ versions: z.array(versionSummary) });

const author = z.string().trim().max(modelLimits.maxTitleChars).optional();

/** `POST /api/maps/:id/versions`: keeps the map as it is now under a name; `author` is what the person is called. */
export type NameVersionRequest = Readonly<{ name: string; author?: string | undefined }>;
export const nameVersionRequest: z.ZodType<NameVersionRequest> = z.object({
  name: z.string().trim().min(1).max(modelLimits.maxTitleChars),
  author,
});

/** What is different now from a version, by id of record; `moved` are cards that lie elsewhere. */
export type VersionChanges = Readonly<{
  added: readonly string[];
  removed: readonly string[];
  edited: readonly string[];
  moved: readonly string[];
  retitled: boolean;
}>;
export const versionChanges: z.ZodType<VersionChanges> = z.object({
  added: z.array(z.string()),
  removed: z.array(z.string()),
  edited: z.array(z.string()),
  moved: z.array(z.string()),
  retitled: z.boolean(),
});

/**
 * `POST /api/maps/:id/versions/:version/restore`. With `since`, the id of another version, only what has stayed as it
 * was in that one is made what it was in this one. So a restoration is taken back: restore the version `before` it,
 * `since` the one that was restored, and what people have done since is kept.
 */
export type RestoreVersionRequest = Readonly<{ since?: string | undefined; author?: string | undefined }>;
export const restoreVersionRequest: z.ZodType<RestoreVersionRequest> = z.object({
  since: z.string().optional(),
  author,
});

/** What the restoration changed, and the version that holds what was there before; null where nothing was changed. */
export type RestoreVersionResponse = Readonly<{ before: VersionSummary | null; changes: VersionChanges }>;
export const restoreVersionResponse: z.ZodType<RestoreVersionResponse> = z.object({
  before: versionSummary.nullable(),
  changes: versionChanges,
});

/** `POST /api/maps/:id/versions/:version/copy`: a new map from a version, under its title unless another is given. */
export type CopyVersionRequest = Readonly<{ title?: string | undefined }>;
export const copyVersionRequest: z.ZodType<CopyVersionRequest> = z.object({
  title: z.string().trim().max(modelLimits.maxTitleChars).optional(),
});
