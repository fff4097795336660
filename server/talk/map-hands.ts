import { err, ok, type Result } from "#shared/lib/result.ts";
import type { CardId } from "#shared/model/index.ts";
import { limits } from "#shared/protocol/limits.ts";
import { canEdit, type Role } from "#shared/protocol/roles.ts";
import { type MapId, talkRoomOf } from "#shared/protocol/rooms.ts";
import type { Hand, ParticipantId, TalkDoc } from "#shared/talk/index.ts";
import { DocumentFullError, type Room, type RoomRegistry } from "../rooms/index.ts";
import type { NamedSpeaker, TalkFault } from "./map-talk.ts";

/** Hands leave a trace in the document, and who only looks on is not to use up what others say it with. */
const mostBytesForHands = limits.maxTalkBytes / 2;

/** Who would like to speak, in the order in which they came; in the document of what is said. */
export class MapHands {
  readonly #rooms: Pick<RoomRegistry, "use">;
  readonly #now: () => number;

  constructor(rooms: Pick<RoomRegistry, "use">, now: () => number) {
    this.#rooms = rooms;
    this.#now = now;
  }

  /** Everybody may who may read. Whose hand is up already keeps their place. */
  async raise(map: MapId, by: NamedSpeaker, about: CardId | null): Promise<Result<Hand, TalkFault>> {
    const isThere = about === null || (await this.#rooms.use(map, (room) => room.holds("card", about)));
    if (!isThere) return err("no-subject");
    return this.#edit(map, (talk, room) => {
      const { hands } = talk.read();
      const before = hands.find(({ participant }) => participant === by.id);
      if (before === undefined && hands.length >= limits.maxHandsPerMap) return err("full");
      const raisedAt = before?.raisedAt ?? this.#now();
      const hand: Hand = { participant: by.id, name: by.name, about, raisedAt };
      if (before?.about === about && before.name === by.name) return ok(hand);
      if (!room.isWithin(mostBytesForHands)) return err("full");
      talk.raiseHand(hand);
      return ok(hand);
    });
  }

  /** One's own, or for those who may edit anybody's. Where none is up nothing is to be done. */
  async lower(
    map: MapId,
    by: Readonly<{ id: ParticipantId | undefined; role: Role }>,
    participant: ParticipantId,
  ): Promise<Result<void, TalkFault>> {
    if (by.id !== participant && !canEdit(by.role)) return err("not-allowed");
    return this.#edit(map, (talk) => ok(talk.lowerHand(participant)));
  }

  async lowerAll(map: MapId, role: Role): Promise<Result<void, TalkFault>> {
    if (!canEdit(role)) return err("not-allowed");
    return this.#edit(map, (talk) => ok(talk.lowerAllHands()));
  }

  async #edit<T>(
    map: MapId,
    edit: (talk: TalkDoc, room: Room) => Result<T, TalkFault>,
  ): Promise<Result<T, TalkFault>> {
    try {
      return await this.#rooms.use(talkRoomOf(map), (room) => room.editTalk((talk) => edit(talk, room)));
    } catch (error) {
      if (error instanceof DocumentFullError) return err("full");
      throw error;
    }
  }
}
