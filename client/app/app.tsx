import type { ReactNode } from "react";
import { RouterProvider } from "react-aria-components";
import { goTo } from "../api/go-to.ts";
import { type Services, ServicesProvider } from "../api/services.tsx";
import { useLanguage } from "../state/use-language.ts";
import { ViewProvider } from "../state/view-context.tsx";
import type { ViewStore } from "../state/view-store.ts";
import { ToastProvider } from "../ui/toast.tsx";
import { useWords } from "../words/use-words.ts";
import type { Words } from "../words/words.ts";
import { WordsProvider } from "../words/words-provider.tsx";
import { CrashedPage } from "./crashed-page.tsx";
import { ErrorBoundary } from "./error-boundary.tsx";
import { Routes } from "./routes.tsx";
import { ThemeEffect } from "./theme-effect.tsx";

export type AppProps = Readonly<{
  services: Services;
  view: ViewStore;
  /** The language in which the page begins. */
  words: Words;
}>;

/** The whole client: providers around the pages. */
export function App({ services, view, words }: AppProps) {
  return (
    <ViewProvider store={view}>
      <Speaking first={words}>
        <ThemeEffect />
        <ErrorBoundary fallback={<CrashedPage />}>
          <ServicesProvider services={services}>
            <Frame>
              <Routes />
            </Frame>
          </ServicesProvider>
        </ErrorBoundary>
      </Speaking>
    </ViewProvider>
  );
}

/** The words of the language that this user chose. */
function Speaking({ first, children }: Readonly<{ first: Words; children: ReactNode }>) {
  return (
    <WordsProvider language={useLanguage()} first={first}>
      {children}
    </WordsProvider>
  );
}

/** Messages, and links that change the page without loading it anew. */
function Frame({ children }: Readonly<{ children: ReactNode }>) {
  const t = useWords();
  return (
    <RouterProvider navigate={goTo}>
      <ToastProvider label={t("app.messages")} closeLabel={t("app.close")}>
        {children}
      </ToastProvider>
    </RouterProvider>
  );
}
