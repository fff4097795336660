import { Trash2 } from "lucide-react";
import type { Role } from "#shared/protocol/roles.ts";
import type { ExchangeLink } from "../../api/link-secret.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { mine } from "../../words/en/mine.ts";
import { useLaterWords } from "../../words/later-words.ts";
import { useWords } from "../../words/use-words.ts";
import { HandOver } from "./hand-over.tsx";
import { LinkByRole } from "./link-by-role.tsx";
import { OwnerLinks } from "./owner-links.tsx";
import css from "./share.module.css";

export type ShareDialogProps = Readonly<{
  mapId: string;
  /** The role that this user has, and the secret that gave it; empty where their account did. */
  role: Role;
  secret: string;
  token: string;
  exchangeLink: ExchangeLink;
  /** Asks whether to delete the map; for its owner. */
  onDelete: () => void;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
}>;

/** The links of a map: all of them, and what else its owner decides, for its owner; for others the one they came by. */
export function ShareDialog({ isOpen, onOpenChange, ...props }: ShareDialogProps) {
  const t = useWords();
  const tell = useLaterWords(mine);
  const { mapId, role, secret, exchangeLink } = props;
  const isByAccount = secret === "";
  return (
    <Dialog title={t("share.title")} closeLabel={t("app.close")} isOpen={isOpen} onOpenChange={onOpenChange}>
      {role === "owner" ? (
        <>
          {isByAccount ? (
            <p className={css["lead"]}>{tell("mine.shareOwner")}</p>
          ) : (
            <OwnerLinks mapId={mapId} secret={secret} token={props.token} exchangeLink={exchangeLink} />
          )}
          <div className={css["decisions"]}>
            {isByAccount ? null : <HandOver mapId={mapId} secret={secret} exchangeLink={exchangeLink} />}
            <Button icon={<Trash2 size={16} />} onPress={props.onDelete}>
              {t("map.menu.delete")}
            </Button>
          </div>
        </>
      ) : (
        <LinkByRole mapId={mapId} role={role} secret={secret}>
          {tell("mine.shareOther")}
        </LinkByRole>
      )}
    </Dialog>
  );
}
