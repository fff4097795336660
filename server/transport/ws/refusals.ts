import { type CloseCode, closeCode } from "#shared/protocol/close-codes.ts";
import type { AccessFault, RightChange } from "../../access/index.ts";

/** How a connection is told that it may not be. */
export type Refusal = Readonly<{ code: CloseCode; reason: string }>;

export const foreignOrigin: Refusal = {
  code: closeCode.forbidden,
  reason: "Pages of this origin may not connect; see ALLOWED_ORIGINS.",
};

export const tooManyOfSession: Refusal = {
  code: closeCode.roomFull,
  reason: "This session is open in as many places as it may be. Close some, then try again.",
};

const deleted: Refusal = { code: closeCode.notFound, reason: "This map was deleted." };
const unauthenticated: Refusal = {
  code: closeCode.unauthenticated,
  reason: "Open the map by its link again.",
};

/** For those who ask to come in. */
export const refusals: Readonly<Record<AccessFault, Refusal>> = {
  "not-found": { code: closeCode.notFound, reason: "There is no such map." },
  deleted,
  unauthenticated,
  "wrong-secret": unauthenticated,
};

/** For those who are in. */
export const endings: Readonly<Record<RightChange, Refusal>> = {
  deleted,
  revoked: { code: closeCode.forbidden, reason: "The owner has changed the link that you came by." },
  "other-role": { code: closeCode.resync, reason: "What you may do here has changed; please sync afresh." },
};
