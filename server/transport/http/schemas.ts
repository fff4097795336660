import { z } from "@hono/zod-openapi";
import {
  apiDiagnostic,
  type CreateMapResponse,
  type DeleteResponse,
  type FormatsResponse,
  type ImportResponse,
  type LinksResponse,
  type LossesResponse,
  type MapLinks,
  type MapSummary,
  type Problem,
} from "#shared/protocol/api.ts";
import { type Role, roles } from "#shared/protocol/roles.ts";
import { problemCodes } from "./problems.ts";

export const roleSchema: z.ZodType<Role> = z.enum(roles as readonly [Role, ...Role[]]);

const linksSchema: z.ZodType<MapLinks> = z.object({
  owner: z.string(),
  edit: z.string(),
  comment: z.string(),
  view: z.string(),
});

export const linksResponseSchema: z.ZodType<LinksResponse> = z.object({
  links: linksSchema,
  isLocked: z.boolean(),
});

export const createResponseSchema: z.ZodType<CreateMapResponse> = z.object({
  id: z.string(),
  links: linksSchema,
  diagnostics: z.array(apiDiagnostic),
});

export const summarySchema: z.ZodType<MapSummary> = z.object({
  id: z.string(),
  title: z.string(),
  role: roleSchema,
  isLocked: z.boolean(),
  createdAt: z.number(),
  counts: z.object({
    cards: z.number(),
    arguments: z.number(),
    conflicts: z.number(),
    sources: z.number(),
  }),
});

export const deleteResponseSchema: z.ZodType<DeleteResponse> = z.object({ restorableUntil: z.number() });

export const lossesResponseSchema: z.ZodType<LossesResponse> = z.object({
  losses: z.array(z.object({ feature: z.string(), count: z.number(), characters: z.string().optional() })),
});

export const formatsResponseSchema: z.ZodType<FormatsResponse> = z.object({
  formats: z.array(
    z.object({
      name: z.string(),
      label: z.string(),
      family: z.string(),
      extensions: z.array(z.string()),
      mediaType: z.string(),
      canRead: z.boolean(),
      canWrite: z.boolean(),
      options: z.array(z.string()),
    }),
  ),
});

export const importResponseSchema: z.ZodType<ImportResponse> = z.object({
  added: z.number(),
  renamed: z.number(),
  counts: z.object({
    cards: z.number(),
    arguments: z.number(),
    conflicts: z.number(),
    sources: z.number(),
    groups: z.number(),
    presentations: z.number(),
    steps: z.number(),
  }),
  diagnostics: z.array(apiDiagnostic),
});

const problem: z.ZodType<Problem> = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  detail: z.string(),
  code: z.enum(problemCodes),
  diagnostics: z.array(apiDiagnostic).optional(),
  restorableUntil: z.number().optional(),
});

/** What any route may answer instead of what was asked for. */
export const problemResponses: Readonly<{
  default: Readonly<{
    description: string;
    content: Readonly<{ "application/problem+json": Readonly<{ schema: z.ZodType<Problem> }> }>;
  }>;
}> = {
  default: {
    description: "A problem document after RFC 9457; `code` is stable.",
    content: { "application/problem+json": { schema: problem } },
  },
};

/** The map of the path. */
export const mapParams: z.ZodObject<{ id: z.ZodString }> = z.object({ id: z.string() });
