import * as z from "zod";
import { maxPersonNameChars } from "./presence.ts";
import { type Role, roles } from "./roles.ts";

/** What a code lets its bearer do: follow a talk, or steer it from another device. */
export const joinCodeUses = ["audience", "remote"] as const;
export type JoinCodeUse = (typeof joinCodeUses)[number];

/** `POST /api/maps/:id/join-codes` */
export type MakeJoinCodeRequest = Readonly<{ for: JoinCodeUse }>;
export const makeJoinCodeRequest: z.ZodType<MakeJoinCodeRequest> = z.object({ for: z.enum(joinCodeUses) });

/**
 * The code, told this once. `url` opens it: an audience's is short enough to be read out, a remote's carries its code
 * behind `#`. Until `expiresAt`, in milliseconds since 1970, or until it is ended.
 */
export type JoinCodeResponse = Readonly<{ code: string; url: string; expiresAt: number }>;
export const joinCodeResponse: z.ZodType<JoinCodeResponse> = z.object({
  code: z.string(),
  url: z.string(),
  expiresAt: z.number(),
});

/** `POST /api/join`: as it was typed. The cookie is set as well. */
export type JoinRequest = Readonly<{ code: string }>;
export const joinRequest: z.ZodType<JoinRequest> = z.object({ code: z.string().min(1).max(200) });

/** Which map it is, and a session as `POST /api/maps/:id/session` gives it, which ends when the code would. */
export type JoinResponse = Readonly<{ id: string; role: Role; token: string; for: JoinCodeUse }>;
export const joinResponse: z.ZodType<JoinResponse> = z.object({
  id: z.string(),
  role: z.enum(roles as readonly [Role, ...Role[]]),
  token: z.string(),
  for: z.enum(joinCodeUses),
});

/** What an audience tells the presenter without a name. */
export const signals = ["faster", "slower", "lost"] as const;
export type Signal = (typeof signals)[number];

/** `PUT /api/maps/:id/signal`; null takes it back. */
export type SignalRequest = Readonly<{ signal: Signal | null }>;
export const signalRequest: z.ZodType<SignalRequest> = z.object({ signal: z.enum(signals).nullable() });

/** `GET /api/maps/:id/audience`: how many follow, and how many of all say what at present. */
export type AudienceResponse = Readonly<{ followers: number; signals: Readonly<Record<Signal, number>> }>;
export const audienceResponse: z.ZodType<AudienceResponse> = z.object({
  followers: z.number(),
  signals: z.object({ faster: z.number(), slower: z.number(), lost: z.number() }),
});

/** `PUT /api/maps/:id/hand`: which card it is about, and what one is called; where people sign in, their account says it. */
export type RaiseHandRequest = Readonly<{ about?: string | undefined; name?: string | undefined }>;
export const raiseHandRequest: z.ZodType<RaiseHandRequest> = z.object({
  about: z.string().min(1).max(64).optional(),
  name: z.string().trim().max(maxPersonNameChars).optional(),
});

/** A raised hand; `participant` is who the caller is on this map. */
export type HandResponse = Readonly<{
  participant: string;
  name: string;
  about: string | null;
  raisedAt: number;
}>;
export const handResponse: z.ZodType<HandResponse> = z.object({
  participant: z.string(),
  name: z.string(),
  about: z.string().nullable(),
  raisedAt: z.number(),
});
