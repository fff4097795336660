import { z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { limits } from "#shared/protocol/limits.ts";
import { maxPersonNameChars } from "#shared/protocol/presence.ts";
import { canEdit } from "#shared/protocol/roles.ts";
import type { MapId } from "#shared/protocol/rooms.ts";
import { participantHeader } from "#shared/protocol/talk.ts";
import type { Speaker } from "#shared/talk/index.ts";
import type { Authorized } from "../../../../access/index.ts";
import { accountVoter, deviceVoter, type VoterId } from "../../../../polls/index.ts";
import { accountParticipant, deviceParticipant } from "../../../../talk/index.ts";
import { RateLimiter } from "../../../rate-limiter.ts";
import { authorize } from "../../authorize.ts";
import { limitByAddress } from "../../limit-by-address.ts";
import { personOf } from "../../person.ts";
import { ProblemError } from "../../problems.ts";
import type { Environment, Services } from "../../services.ts";

/**
 * Who may write how often: of one session, and from one address. Those who may edit are counted there by themselves:
 * whoever presents sits in the hall, and closes its vote in the minute in which it votes.
 */
export type TalkLimiters = Readonly<{
  byToken: RateLimiter;
  byAddress: RateLimiter;
  byAddressOfEditors: RateLimiter;
}>;

export function talkLimiters(now: () => number): TalkLimiters {
  return {
    byToken: new RateLimiter(limits.maxTalkWritesPerTokenPerMinute, now),
    byAddress: new RateLimiter(limits.maxTalkWritesPerAddressPerMinute, now),
    byAddressOfEditors: new RateLimiter(limits.maxTalkWritesPerAddressPerMinute, now),
  };
}

/** The header that says who a caller is, as the API describes it. */
export const participantHeaders: z.ZodObject<{
  [participantHeader]: z.ZodOptional<z.ZodString>;
}> = z.object({
  [participantHeader]: z
    .string()
    .optional()
    .meta({
      description:
        `A secret of ${limits.minParticipantSecretChars} to ${limits.maxParticipantSecretChars} characters that your ` +
        "program made up once and keeps: who sends it is the author of what was said with it. Not needed where people " +
        "sign in.",
    }),
});

/** What a caller may do, and who they are. */
export type Caller = Readonly<{ map: Authorized["map"]; speaker: Speaker & Readonly<{ name: string }> }>;

/** Counts a change of what is said, and finds out whose it is; `name` is what they call themselves. */
export async function authorizeSpeaker(
  c: Context<Environment>,
  services: Services,
  limiters: TalkLimiters,
  name = "",
): Promise<Caller> {
  const { map, role } = await authorizeWrite(c, services, limiters);
  const person = personOf(c, services);
  if (person !== undefined)
    return { map, speaker: { id: accountParticipant(map.id, person.id), role, name: person.name } };
  const id = deviceParticipant(map.id, participantSecretOf(c));
  return { map, speaker: { id, role, name: name.slice(0, maxPersonNameChars) } };
}

/** Counts a change of what is said, where nobody is named. */
export async function authorizeWrite(
  c: Context<Environment>,
  services: Services,
  limiters: TalkLimiters,
): Promise<Authorized> {
  const authorized = await authorize(c, services);
  const byAddress = canEdit(authorized.role) ? limiters.byAddressOfEditors : limiters.byAddress;
  limitByAddress(c, services, byAddress, "Too much was said from here");
  if (!limiters.byToken.take(authorized.identity))
    throw new ProblemError("too-many-requests", "Too much was said at once. Try again in a minute.");
  return authorized;
}

/** Who votes; throws a problem when the caller does not say. */
export function requireVoter(c: Context<Environment>, services: Services, map: MapId): VoterId {
  const person = personOf(c, services);
  return person === undefined ? deviceVoter(map, participantSecretOf(c)) : accountVoter(map, person.id);
}

/** The same, for who may remain unknown. */
export function voterOf(c: Context<Environment>, services: Services, map: MapId): VoterId | undefined {
  const isKnown = personOf(c, services) !== undefined || c.req.header(participantHeader) !== undefined;
  return isKnown ? requireVoter(c, services, map) : undefined;
}

function participantSecretOf(c: Context<Environment>): string {
  const secret = c.req.header(participantHeader) ?? "";
  const { minParticipantSecretChars: least, maxParticipantSecretChars: most } = limits;
  if (secret.length >= least && secret.length <= most) return secret;
  throw new ProblemError(
    "bad-request",
    `Say who you are: send a secret of your own, ${least} to ${most} characters, in the header ${participantHeader}.`,
  );
}
