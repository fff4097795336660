import type { Role } from "#shared/protocol/roles.ts";
import { linkOf } from "../../api/link-secret.ts";
import { Badge } from "../../ui/badge.tsx";
import { useWords } from "../../words/use-words.ts";
import { LinkField } from "./link-field.tsx";
import css from "./share.module.css";

/** What somebody who is not the owner can pass on. */
export function LinkByRole(props: Readonly<{ mapId: string; role: Role; secret: string }>) {
  const t = useWords();
  return (
    <>
      <p className={css["lead"]}>
        <Badge>{t(`role.${props.role}`)}</Badge>
      </p>
      <LinkField name="own" value={linkOf(window.location.origin, props.mapId, props.secret)} />
    </>
  );
}
