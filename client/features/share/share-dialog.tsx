import type { Role } from "#shared/protocol/roles.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { useWords } from "../../words/use-words.ts";
import { LinkByRole } from "./link-by-role.tsx";
import { OwnerLinks } from "./owner-links.tsx";

export type ShareDialogProps = Readonly<{
  mapId: string;
  /** The role that this user has, and the secret that gave it. */
  role: Role;
  secret: string;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
}>;

/** The links of a map: all of them for its owner, for others the one they came by. */
export function ShareDialog({ mapId, role, secret, isOpen, onOpenChange }: ShareDialogProps) {
  const t = useWords();
  return (
    <Dialog title={t("share.title")} closeLabel={t("app.close")} isOpen={isOpen} onOpenChange={onOpenChange}>
      {role === "owner" ? (
        <OwnerLinks mapId={mapId} secret={secret} />
      ) : (
        <LinkByRole mapId={mapId} role={role} secret={secret} />
      )}
    </Dialog>
  );
}
