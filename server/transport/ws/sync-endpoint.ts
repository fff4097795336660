import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import { joinsAsAudience } from "#shared/protocol/audience-line.ts";
import { closeCode } from "#shared/protocol/close-codes.ts";
import { limits } from "#shared/protocol/limits.ts";
import { bearerPrefix, subprotocol } from "#shared/protocol/messages.ts";
import { isRoomId, isTalkRoom, mapOfRoom, type RoomId, syncPath } from "#shared/protocol/rooms.ts";
import type { Access, AccessFault, Credentials } from "../../access/index.ts";
import type { Audiences } from "../../audience/index.ts";
import type { Config } from "../../config.ts";
import type { Log } from "../../logging.ts";
import type { ConnectionRefusal, Meter, RoomRegistry, Scheduler } from "../../rooms/index.ts";
import type { SignIn } from "../../sign-in/index.ts";
import { readPersonCookie, readSessionCookie } from "../cookie.ts";
import { OpenCount } from "../open-count.ts";
import { addressOfRequest, isAllowedOrigin } from "../origin.ts";
import { RateLimiter } from "../rate-limiter.ts";
import { beat } from "./beat.ts";
import { PartedRound } from "./parted-round.ts";
import { foreignOrigin, type Refusal, refusals, tooManyOfSession } from "./refusals.ts";
import type { RightsWatch } from "./rights-watch.ts";
import { WsSocket } from "./ws-socket.ts";

export type SyncServices = Readonly<{
  config: Config;
  access: Access;
  signIn: SignIn | undefined;
  rooms: RoomRegistry;
  rights: RightsWatch;
  audiences: Audiences;
  scheduler: Scheduler;
  log: Log;
  meter: Meter;
  isDraining: () => boolean;
}>;

/** Where a connection asks to go, and as what it is counted. */
type Asked = Readonly<{ roomName: string; address: string; isAudience: boolean }>;

/** Twice this and nothing heard: gone. Others are to see nobody who has been gone for 35 s. */
const pingEveryMs = 15_000;
/** Thousands asked at once would keep everybody waiting; so they are asked in turns. */
const turnsOfRound = 60;

/**
 * `GET /sync/<map>`: lets clients into rooms. A client cannot see an HTTP status at an upgrade and would try for
 * ever, so whoever may not come in is let in, told why by a close code, and never listened to.
 */
export class SyncEndpoint {
  readonly #services: SyncServices;
  readonly #sockets = new PartedRound<WsSocket>(turnsOfRound);
  readonly #byAddress = new OpenCount();
  readonly #bySession = new OpenCount();
  readonly #connects: RateLimiter;
  readonly #audienceConnects: RateLimiter;
  readonly #server = new WebSocketServer({
    noServer: true,
    perMessageDeflate: false,
    maxPayload: limits.maxFrameBytes,
    clientTracking: false,
    // Never the bearer: what is selected is echoed.
    handleProtocols: (offered) => (offered.has(subprotocol) ? subprotocol : false),
  });
  readonly #cancelPing: () => void;

  constructor(services: SyncServices) {
    this.#services = services;
    const { elapsed } = services.scheduler;
    this.#connects = new RateLimiter(limits.maxConnectsPerAddressPerMinute, elapsed);
    this.#audienceConnects = new RateLimiter(limits.maxAudienceConnectsPerAddressPerMinute, elapsed);
    this.#cancelPing = beat(services.scheduler, pingEveryMs / turnsOfRound, () => {
      for (const socket of this.#sockets.nextTurn()) socket.checkAlive();
    });
  }

  /** Takes an upgrade request over from the HTTP server. */
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    socket.on("error", () => undefined); // gone before it was a WebSocket; nothing to tidy up
    const { config } = this.#services;
    const url = request.url ?? "";
    const path = url.split("?", 1)[0] ?? "";
    const roomName = path.slice(syncPath.length + 1);
    const isAudience = joinsAsAudience(url.slice(path.length));
    const caller = addressOfRequest(request.headers, request.socket.remoteAddress, config);
    const address = countedAs(isAudience ? `${caller} audience` : caller, roomName);
    const asked: Asked = { roomName, address, isAudience };
    const refused = this.#refusalOf(path, asked);
    if (refused !== undefined) {
      this.#services.meter.connectionRefused(refused.why);
      socket.end(`HTTP/1.1 ${refused.status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
      return;
    }
    this.#server.handleUpgrade(request, socket, head, (ws) => this.#accept(ws, request, asked));
  }

  #refusalOf(
    path: string,
    { address, isAudience }: Asked,
  ): Readonly<{ status: string; why: ConnectionRefusal }> | undefined {
    if (!path.startsWith(`${syncPath}/`)) return { status: "404 Not Found", why: "not-found" };
    if (this.#services.isDraining()) return { status: "503 Service Unavailable", why: "unavailable" };
    const most = isAudience ? limits.maxAudienceSocketsPerAddress : limits.maxSocketsPerAddress;
    const connects = isAudience ? this.#audienceConnects : this.#connects;
    if (this.#byAddress.of(address) >= most || !connects.take(address))
      return { status: "429 Too Many Requests", why: "address" };
    return undefined;
  }

  /** Stops looking after sockets; those still open are for the rooms to close. */
  close(): void {
    this.#cancelPing();
    this.#server.close();
  }

  #accept(ws: WebSocket, request: IncomingMessage, asked: Asked): void {
    const { address } = asked;
    const { scheduler, log, meter } = this.#services;
    this.#byAddress.add(address);
    const onClosed = (): void => this.#byAddress.remove(address);
    const socket = new WsSocket(ws, { scheduler, line: request.socket, meter, onClosed });
    socket.onceClosed(this.#sockets.add(socket));
    this.#admit(socket, request, asked).catch((error: unknown) => {
      meter.connectionRefused("unavailable");
      log.error("A connection could not be let in.", { error });
      socket.close(closeCode.unavailable, "The server cannot open this map at present.");
    });
  }

  async #admit(socket: WsSocket, request: IncomingMessage, { roomName, isAudience }: Asked): Promise<void> {
    const { config, access, audiences, signIn, rooms, rights } = this.#services;
    const { origin } = request.headers;
    const isForeign = origin !== undefined && !isAllowedOrigin(origin, request.headers, config);
    if (isForeign) return this.#refuse(socket, "origin", foreignOrigin);
    if (!isRoomId(roomName)) return this.#refuse(socket, "not-found", refusals["not-found"]);
    const person = signIn?.personOf(readPersonCookie(request.headers.cookie));
    if (signIn !== undefined && person === undefined)
      return this.#refuse(socket, "unauthenticated", refusals.unauthenticated);
    const map = mapOfRoom(roomName);
    const changesBefore = rights.changes;
    const authorized = await access.authorize(map, credentialsOf(request));
    if (!authorized.ok)
      return this.#refuse(socket, refusalOfFault[authorized.error], refusals[authorized.error]);
    const identity = countedAs(authorized.value.identity, roomName);
    if (this.#bySession.of(identity) >= limits.maxSocketsPerToken)
      return this.#refuse(socket, "token", tooManyOfSession);
    this.#bySession.add(identity);
    socket.onceClosed(() => this.#bySession.remove(identity));
    const participant = { ...authorized.value, name: person?.name, isAudience };
    const connection = await rooms.join(roomName, socket, participant);
    if (connection === undefined) return;
    // Who follows also hears what is said; that is the same person once more.
    if (isAudience && !isTalkRoom(roomName)) socket.onceClosed(audiences.follow(map));
    try {
      // A right that was taken away while the room was loading had nobody to be taken from yet.
      if (rights.changes !== changesBefore) await rights.enforce(map);
    } finally {
      socket.start(connection);
    }
  }

  #refuse(socket: WsSocket, why: ConnectionRefusal, { code, reason }: Refusal): void {
    this.#services.meter.connectionRefused(why);
    socket.close(code, reason);
  }
}

/** A page is in two rooms, a map's and that of what is said about it; each kind is counted by itself. */
function countedAs(whom: string, roomName: string): string {
  return isTalkRoom(roomName as RoomId) ? `${whom} talk` : whom;
}

const refusalOfFault: Readonly<Record<AccessFault, ConnectionRefusal>> = {
  "not-found": "not-found",
  deleted: "not-found",
  unauthenticated: "unauthenticated",
  "wrong-secret": "unauthenticated",
};

/** The token stands in the subprotocols, because a browser lets a page set no header on a WebSocket. */
function credentialsOf({ headers }: IncomingMessage): Credentials {
  const offered = (headers["sec-websocket-protocol"] ?? "").split(",").map((name) => name.trim());
  const bearer = offered.find((name) => name.startsWith(bearerPrefix))?.slice(bearerPrefix.length);
  return { bearer, cookie: readSessionCookie(headers.cookie) };
}
