import { createHash } from "node:crypto";
import type { MapId } from "#shared/protocol/rooms.ts";
import type { VoterId } from "./ports.ts";

/**
 * Who votes on a map, from the secret that their device keeps. Another hash than that of the participant, so that
 * whoever reads the ballots' table cannot tell from it who of those who commented said what.
 */
export function deviceVoter(map: MapId, secret: string): VoterId {
  return voter("device", map, secret);
}

/** The same, of somebody with an account. */
export function accountVoter(map: MapId, account: string): VoterId {
  return voter("account", map, account);
}

function voter(kind: string, map: MapId, by: string): VoterId {
  return createHash("sha256")
    .update(`counterpoint voter ${kind} ${map} ${by}`)
    .digest("base64url") as VoterId;
}
