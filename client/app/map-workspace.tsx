import type { Role } from "#shared/protocol/roles.ts";
import { useMapTitle } from "./document-title.ts";

export type MapWorkspaceProps = Readonly<{
  mapId: string;
  role: Role;
  /** The secret of the link that gave the role. */
  secret: string;
  /** Empty while the server is away: the map then opens from the copy on this device. */
  token: string;
  /**
   * Trades the secret again, because the token ran out or never was; waits for the server as long as it is away.
   * Undefined where it is refused: the page then says why in place of the workspace. A new role comes as a new prop.
   */
  reopen: () => Promise<string | undefined>;
}>;

export function MapWorkspace({ mapId }: MapWorkspaceProps) {
  useMapTitle(mapId, "");
  return <main data-map={mapId} />;
}
