/** The name of a map, which is also the name of its room on the wire. */
declare const brand: unique symbol;
export type MapId = string & { readonly [brand]: "map" };

export const mapIdPattern: RegExp = /^[A-Za-z0-9_-]{10,64}$/;

/** Narrows a foreign string to a map id. */
export function isMapId(value: string): value is MapId {
  return mapIdPattern.test(value);
}

/** Path of the WebSocket endpoint, without the room name. */
export const syncPath = "/sync";
