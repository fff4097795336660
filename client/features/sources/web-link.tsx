import { ExternalLink } from "lucide-react";
import { VisuallyHidden } from "react-aria-components";
import { useWords } from "../../words/use-words.ts";
import css from "./sources.module.css";
import { webAddress } from "./web-address.ts";

/** `text` as a link where `url` is a web address; any other address stands beside it as text. */
export function WebLink({ text, url }: Readonly<{ text: string; url: string }>) {
  const t = useWords();
  const href = webAddress(url);
  if (href === undefined) {
    return (
      <span>
        <span className={css["source"]}>{text}</span>
        {url && url !== text ? <span className={css["muted"]}> {url}</span> : null}
      </span>
    );
  }
  return (
    <a className={css["source"]} href={href} target="_blank" rel="noreferrer noopener">
      {text}
      <ExternalLink size={13} aria-hidden="true" />
      <VisuallyHidden elementType="span"> {t("sources.newTab")}</VisuallyHidden>
    </a>
  );
}
