import { FileUp, Plus, SunMoon } from "lucide-react";
import type { ReactNode } from "react";
import { VisuallyHidden } from "react-aria-components";
import { accountName } from "../../api/account.ts";
import { useDocumentTitle } from "../../shell/document-title.ts";
import { DropVeil } from "../../shell/drop-veil.tsx";
import { LanguageChoices } from "../../shell/language-choices.tsx";
import { ThemeChoices } from "../../shell/theme-choices.tsx";
import { Wordmark } from "../../shell/wordmark.tsx";
import { Button } from "../../ui/button.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { Menu } from "../../ui/menu.tsx";
import { Notice } from "../../ui/notice.tsx";
import { mine } from "../../words/en/mine.ts";
import { useLaterWords } from "../../words/later-words.ts";
import { useWords } from "../../words/use-words.ts";
import { DeletedMaps } from "./deleted-maps.tsx";
import { HeroPicture } from "./hero-picture.tsx";
import css from "./home-page.module.css";
import { MyMaps } from "./my-maps.tsx";
import { RecentMaps } from "./recent-maps.tsx";
import { SignOut } from "./sign-out.tsx";
import { useHomeActions } from "./use-home-actions.ts";

export type HomePageProps = Readonly<{
  /** One more way to begin. */
  templates?: ReactNode;
  /** Where somebody types the code of a talk. */
  join?: ReactNode;
  /** Looks into files; none, it asks for one. */
  onImport: (files: readonly File[]) => void;
}>;

/** `/`: what Counterpoint is, the ways to begin, and the maps this device knows. */
export function HomePage({ templates, join, onImport }: HomePageProps) {
  const t = useWords();
  const tell = useLaterWords(mine);
  const isSignedIn = accountName(document.cookie) !== null;
  const { startNew, startExample, pending, fault } = useHomeActions();
  useDocumentTitle(null);
  return (
    <div className={css["page"]}>
      <header className={css["header"]}>
        <Wordmark />
        <div className={css["corner"]}>
          <SignOut />
          <Menu
            label={t("home.looks")}
            placement="bottom end"
            trigger={
              <IconButton label={t("home.looks")}>
                <SunMoon size={18} />
              </IconButton>
            }
          >
            <ThemeChoices />
            <LanguageChoices />
          </Menu>
        </div>
      </header>
      <main className={css["main"]}>
        <section className={css["hero"]}>
          <div className={css["words"]}>
            <h1 className={css["headline"]}>{t("home.headline")}</h1>
            <p className={css["lead"]}>{t("home.lead")}</p>
            <div className={css["actions"]}>
              <Button
                variant="primary"
                size="large"
                icon={<Plus size={20} />}
                isBusy={pending === "new"}
                onPress={startNew}
              >
                {t("home.action.new")}
              </Button>
              {templates}
              <Button size="large" isBusy={pending === "example"} onPress={startExample}>
                {t("home.action.example")}
              </Button>
              <Button variant="quiet" size="large" icon={<FileUp size={18} />} onPress={() => onImport([])}>
                {t("home.action.import")}
              </Button>
            </div>
            {join}
            <VisuallyHidden>
              <output>{pending ? t("home.busy") : ""}</output>
            </VisuallyHidden>
            {fault ? <Notice tone="danger">{fault}</Notice> : null}
            <p className={css["note"]}>{isSignedIn ? tell("mine.note") : t("home.note")}</p>
          </div>
          <HeroPicture />
        </section>
        {isSignedIn ? (
          <MyMaps />
        ) : (
          <>
            <RecentMaps />
            <DeletedMaps />
          </>
        )}
      </main>
      <DropVeil label={t("home.drop")} onFiles={onImport} />
    </div>
  );
}
