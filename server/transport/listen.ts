import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";

/** Where a server listens, and how it is stopped. */
export type Listening = Readonly<{
  port: number;
  servers: readonly Server[];
  /** Takes no new connections; resolves when the last one has ended. */
  close: () => Promise<void>;
}>;

/**
 * Listens on a host and port. `localhost` is two addresses, and a client may try either first, so both are taken;
 * the second is left out on a machine that does not have it.
 */
export async function listen(host: string, port: number, onRequest: RequestListener): Promise<Listening> {
  if (host !== "localhost") return listening([await listenOn(host, port, onRequest)]);
  const first = await listenOn("127.0.0.1", port, onRequest);
  const { port: taken } = listening([first]);
  const second = await listenOn("::1", taken, onRequest).catch((error: NodeJS.ErrnoException) => {
    const isAbsent = error.code === "EADDRNOTAVAIL" || error.code === "EAFNOSUPPORT" || port === 0;
    if (isAbsent) return undefined;
    first.close();
    throw error;
  });
  return listening(second === undefined ? [first] : [first, second]);
}

function listenOn(host: string, port: number, onRequest: RequestListener): Promise<Server> {
  const server = createServer(onRequest);
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen({ host, port }, () => {
      server.off("error", reject);
      resolve(server);
    });
  });
}

function listening(servers: readonly Server[]): Listening {
  const address = servers[0]?.address() as AddressInfo;
  return { port: address.port, servers, close: () => closeAll(servers) };
}

async function closeAll(servers: readonly Server[]): Promise<void> {
  await Promise.all(
    servers.map((server) => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeIdleConnections();
      return closed;
    }),
  );
}
