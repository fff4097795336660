import type { ReactNode } from "react";
import { Link } from "wouter";
import { useDocumentTitle } from "../shell/document-title.ts";
import { Wordmark } from "../shell/wordmark.tsx";
import { useWords } from "../words/use-words.ts";
import css from "./full-page-message.module.css";

export type FullPageMessageProps = Readonly<{
  title: string;
  body: string;
  /** Buttons: what this user can do now. */
  children?: ReactNode;
}>;

/** Stands in place of a page that cannot be shown: what happened, and what to do. */
export function FullPageMessage({ title, body, children }: FullPageMessageProps) {
  const t = useWords();
  useDocumentTitle(title);
  return (
    <div className={css["page"]}>
      <header className={css["header"]}>
        <Link href="/" className={css["home"]} aria-label={t("app.home")}>
          <Wordmark />
        </Link>
      </header>
      <main className={css["main"]}>
        <svg className={css["picture"]} width="132" height="64" viewBox="0 0 132 64" aria-hidden="true">
          <rect x="1" y="16" width="46" height="32" rx="7" />
          <path d="M47 32h14" />
          <path className={css["gap"]} d="M61 32h14" />
          <path d="M75 32h10" />
          <rect className={css["missing"]} x="85" y="16" width="46" height="32" rx="7" />
        </svg>
        <h1 className={css["title"]}>{title}</h1>
        <p className={css["body"]}>{body}</p>
        <div className={css["actions"]}>{children}</div>
      </main>
    </div>
  );
}
