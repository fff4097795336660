import { X } from "lucide-react";
import { Link } from "wouter";
import type { DeviceMap } from "../../api/device-maps.ts";
import { Badge } from "../../ui/badge.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { formatAgo } from "../../words/format-ago.ts";
import { useWords } from "../../words/use-words.ts";
import css from "./recent-maps.module.css";

export type RecentMapProps = Readonly<{
  map: Pick<DeviceMap, "id" | "title" | "role" | "openedAt">;
  locale: string;
  now: number;
  /** What the button says that takes the map off the list. */
  forgetWords: string;
  onForget: () => void;
}>;

/** A map in a list: its name leads there. */
export function RecentMap({ map, locale, now, forgetWords, onForget }: RecentMapProps) {
  const t = useWords();
  const title = map.title === "" ? t("map.untitled") : map.title;
  return (
    <li className={css["row"]}>
      <Link href={`/m/${map.id}`} className={css["link"]}>
        <span dir="auto" className={css["name"]}>
          {title}
        </span>
        <span className={css["facts"]}>
          <Badge>{t(`role.${map.role}`)}</Badge>
          <span className={css["when"]}>
            {t("home.recent.openedAgo", { ago: formatAgo(locale, map.openedAt, now) })}
          </span>
        </span>
      </Link>
      <IconButton label={forgetWords} size="small" onPress={onForget}>
        <X size={16} />
      </IconButton>
    </li>
  );
}
