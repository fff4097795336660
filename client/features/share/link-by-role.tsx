import type { ReactNode } from "react";
import type { Role } from "#shared/protocol/roles.ts";
import { linkOf } from "../../api/link-secret.ts";
import { Badge } from "../../ui/badge.tsx";
import { useWords } from "../../words/use-words.ts";
import { LinkField } from "./link-field.tsx";
import css from "./share.module.css";

export type LinkByRoleProps = Readonly<{
  mapId: string;
  role: Role;
  secret: string;
  /** Said in place of the link where there is none. */
  children: ReactNode;
}>;

/** What somebody who is not the owner can pass on. */
export function LinkByRole({ mapId, role, secret, children }: LinkByRoleProps) {
  const t = useWords();
  return (
    <>
      <p className={css["lead"]}>
        <Badge>{t(`role.${role}`)}</Badge>
      </p>
      {secret === "" ? (
        <p className={css["lead"]}>{children}</p>
      ) : (
        <LinkField name="own" value={linkOf(window.location.origin, mapId, secret)} />
      )}
    </>
  );
}
