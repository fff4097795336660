import type { LinkName } from "#shared/protocol/roles.ts";
import type { ServerProcess } from "../../tests/support/server-process.ts";
import type { TestMap } from "../../tests/support/test-server.ts";
import { protocolsOf } from "../../tests/support/wire-client.ts";

/** How one client gets in. */
export type Door = Readonly<{
  url: string;
  room: string;
  protocols: readonly string[];
  headers: Readonly<Record<string, string>>;
}>;

/** Sessions opened at once. */
const openTogether = 20;

/** As a proxy would say it; one of some sixteen million. */
export function addressOf(number: number): string {
  return `10.${(number >> 16) & 255}.${(number >> 8) & 255}.${number & 255}`;
}

export function addressHeader(number: number): Readonly<Record<string, string>> {
  return { "x-forwarded-for": addressOf(number) };
}

/** Ways into a map of ours, each with a session and an address of its own. */
export async function doorsAt(
  server: ServerProcess,
  map: TestMap,
  { count, link, firstNumber }: Readonly<{ count: number; link: LinkName; firstNumber: number }>,
): Promise<readonly Door[]> {
  const door = async (number: number): Promise<Door> => {
    const { token } = await server.openSession(map, link);
    return {
      url: `${server.syncUrl}/${map.id}`,
      room: map.id,
      protocols: protocolsOf(token),
      headers: addressHeader(number),
    };
  };
  const doors: Door[] = [];
  for (let first = 0; first < count; first += openTogether) {
    const opening = Array.from({ length: Math.min(openTogether, count - first) }, (_, offset) =>
      door(firstNumber + first + offset),
    );
    doors.push(...(await Promise.all(opening)));
  }
  return doors;
}
