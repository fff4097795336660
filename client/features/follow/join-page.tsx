import { useEffect, useState } from "react";
import { Link } from "react-aria-components";
import { useLocation } from "wouter";
import type { ApiProblem } from "../../api/api-problem.ts";
import { joinByCode } from "../../api/audience-api.ts";
import { keepJoined } from "../../api/joined-maps.ts";
import { useServices } from "../../api/services.tsx";
import { useDocumentTitle } from "../../shell/document-title.ts";
import { Wordmark } from "../../shell/wordmark.tsx";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Spinner } from "../../ui/spinner.tsx";
import { follow } from "../../words/en/follow.ts";
import { useLaterWords } from "../../words/later-words.ts";
import { useWords } from "../../words/use-words.ts";
import css from "./join.module.css";
import { JoinForm } from "./join-form.tsx";

/**
 * `/j/:code`, and `/j#code` for phones that steer: trades the code for access, keeps it in this tab and goes on to the
 * talk. Without a code, or where it opens nothing, it asks for one.
 */
export function JoinPage({ code }: Readonly<{ code: string | null }>) {
  const t = useWords();
  const tell = useLaterWords(follow);
  const { api } = useServices();
  const [, navigate] = useLocation();
  const [tried, setTried] = useState<Readonly<{ code: string; problem: ApiProblem }> | null>(null);
  const [attempt, setAttempt] = useState(0);
  const problem = tried && tried.code === code ? tried.problem : null;
  useDocumentTitle(tell("follow.join.title"));

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt tries the same code again
  useEffect(() => {
    if (code === null) return;
    let isHere = true;
    setTried(null);
    void joinByCode(api, code).then((joined) => {
      if (!isHere) return;
      if (!joined.ok) {
        setTried({ code, problem: joined.error });
        return;
      }
      const { id, role, token, for: use } = joined.value;
      keepJoined(id, { code, role, token });
      navigate(use === "remote" ? `/m/${id}/present/remote` : `/m/${id}/follow`, { replace: true });
    });
    return () => {
      isHere = false;
    };
  }, [api, code, attempt, navigate]);

  return (
    <div className={css["page"]}>
      <header>
        <Link href="/" className={css["home"] ?? ""} aria-label={t("app.home")}>
          <Wordmark />
        </Link>
      </header>
      <main className={css["main"]}>
        <h1 className={css["title"]}>{tell("follow.join.title")}</h1>
        {code !== null && !problem ? (
          <p className={css["wait"]} role="status">
            <Spinner />
            {tell("follow.join.body")}
          </p>
        ) : (
          <>
            {problem ? <Notice tone="danger">{tell(wordOf(problem))}</Notice> : null}
            {problem && mayHeal(problem) ? (
              <Button variant="primary" onPress={() => setAttempt((count) => count + 1)}>
                {t("problem.action.again")}
              </Button>
            ) : null}
            <JoinForm />
          </>
        )}
      </main>
    </div>
  );
}

function mayHeal({ code }: ApiProblem): boolean {
  return code === "unreachable" || code === "unavailable" || code === "too-many-requests";
}

function wordOf({ code }: ApiProblem): Extract<keyof typeof follow, `follow.join.${string}`> {
  switch (code) {
    case "unreachable":
    case "unavailable":
    case "storage-full":
      return "follow.join.unreachable";
    case "too-many-requests":
      return "follow.join.busy";
    case "bad-request":
      return "follow.join.malformed";
    case "sign-in-needed":
      return "follow.join.signIn";
    default:
      return "follow.join.unknown";
  }
}
