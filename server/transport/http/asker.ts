import type { Context } from "hono";
import type { Asker } from "../../files/index.ts";
import { addressOfRequest } from "../origin.ts";
import type { Environment, Services } from "./services.ts";

/** The address that a request counts for. */
export function addressOf(c: Context<Environment>, { config }: Pick<Services, "config">): string {
  const { headers, socket } = c.env.incoming;
  return addressOfRequest(headers, socket.remoteAddress, config);
}

/** Who waits for a file: whoever made the request, until the connection ends. */
export function askerOf(c: Context<Environment>, services: Pick<Services, "config">): Asker {
  return { address: addressOf(c, services), signal: c.req.raw.signal };
}
