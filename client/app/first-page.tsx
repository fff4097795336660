import { HomePage } from "../features/home/home-page.tsx";
import { HomeTemplates } from "./home-templates.tsx";

/** `/`: the first page with the ways to begin that other parts offer. */
export function FirstPage() {
  return <HomePage templates={<HomeTemplates />} />;
}
