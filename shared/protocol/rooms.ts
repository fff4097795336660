declare const roomBrand: unique symbol;
declare const mapBrand: unique symbol;
/** The name of a room: a map's own, or that of what people say about it. */
export type RoomId = string & { readonly [roomBrand]: true };
/** The name of a map, which is also the name of its room on the wire. */
export type MapId = RoomId & { readonly [mapBrand]: true };

export const mapIdPattern: RegExp = /^[A-Za-z0-9_-]{10,64}$/;

/** What the name of a room ends with that holds what people say about a map. No map's id can end so. */
const talkSuffix = ".talk";

/** Narrows a foreign string to a map id. */
export function isMapId(value: string): value is MapId {
  return mapIdPattern.test(value);
}

/** Narrows a foreign string to the name of a room. */
export function isRoomId(value: string): value is RoomId {
  return isMapId(value.endsWith(talkSuffix) ? value.slice(0, -talkSuffix.length) : value);
}

/** The room that holds what people say about a map. All who may read the map may read it; only the server writes it. */
export function talkRoomOf(map: MapId): RoomId {
  return `${map}${talkSuffix}` as RoomId;
}

/** Whether a room holds what people say about a map. */
export function isTalkRoom(room: RoomId): boolean {
  return room.endsWith(talkSuffix);
}

/** The map that a room belongs to. */
export function mapOfRoom(room: RoomId): MapId {
  return (isTalkRoom(room) ? room.slice(0, -talkSuffix.length) : room) as MapId;
}

/** Path of the WebSocket endpoint, without the room name. */
export const syncPath = "/sync";
