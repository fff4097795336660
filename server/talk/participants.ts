import { createHash } from "node:crypto";
import type { MapId } from "#shared/protocol/rooms.ts";
import type { ParticipantId } from "#shared/talk/index.ts";

/** 132 bits, so that nobody finds a secret for somebody else's id. */
const idChars = 22;

/**
 * Who somebody is on a map, from a secret that their device keeps. Nothing of it is stored: whoever sends the secret is
 * that participant. The map goes in, so that nobody can tell from two maps that it is the same device.
 */
export function deviceParticipant(map: MapId, secret: string): ParticipantId {
  return participant("device", map, secret);
}

/** The same, of somebody with an account. */
export function accountParticipant(map: MapId, account: string): ParticipantId {
  return participant("account", map, account);
}

function participant(kind: string, map: MapId, by: string): ParticipantId {
  const hash = createHash("sha256").update(`counterpoint ${kind} ${map} ${by}`).digest("base64url");
  return hash.slice(0, idChars) as ParticipantId;
}
