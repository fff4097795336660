/** A map as one page that needs nothing else: the picture to move about in, and the argument as an outline. */
import { type Picture, pictureOf } from "#shared/diagram/picture/index.ts";
import { writeSvg } from "#shared/diagram/svg/index.ts";
import { withPlaces } from "#shared/layout/index.ts";
import { recordsOf } from "#shared/model/index.ts";
import { type DrawingJob, type DrawingTools, pictureOptionsOf } from "../drawn/drawing.ts";
import { fontCss } from "../drawn/font-css.ts";
import { pictureFonts } from "../drawn/picture-fonts.ts";
import { escapeXmlAttribute, escapeXmlText } from "../xml/index.ts";
import { outlineHtml, sourceHtml } from "./outline-html.ts";
import { pageScript, pageScriptHash } from "./page-script.ts";
import { pageStyle } from "./page-style.ts";
import { inBothThemes } from "./theme-colors.ts";

/** The text of the file: the same job gives the same one. */
export async function writeHtml(job: DrawingJob, tools: Pick<DrawingTools, "fontsFor">): Promise<string> {
  const map = withPlaces(job.map);
  const options = { ...pictureOptionsOf(job), ground: "solid" } as const;
  const light = pictureOf(map, { ...options, theme: options.theme === "dark" ? "color" : options.theme });
  const dark = pictureOf(map, { ...options, theme: "dark" });
  const { items, colors } = inBothThemes(light.items, dark.items);
  const fonts = await pictureFonts(items, tools, "leave");
  const grounds = [light.ground ?? "#ffffff", dark.ground ?? "#000000"] as const;
  const variables = (which: 0 | 1) =>
    [`--picture:${grounds[which]}`, ...colors.map((pair, i) => `--c${i}:${pair[which]}`)].join(";");
  const style =
    fontCss(fonts) +
    pageStyle +
    `html{${variables(0)}}html[data-theme=dark]{${variables(1)}}` +
    // Paper is white.
    `@media print{html,html[data-theme=dark]{color-scheme:light;${variables(0)}}}`;
  return page(job, { ...light, items, ground: null }, style);
}

function page(job: DrawingJob, picture: Picture, style: string): string {
  const { map, words, pageWords, lang, options } = job;
  const title = escapeXmlText(picture.title);
  const label = (text: string) => escapeXmlAttribute(text);
  const listed = options.sources ? recordsOf(map, "source") : [];
  const sources = listed.map((source) => `<li>${sourceHtml(source, words)}</li>`);
  // Where no other colours were chosen, the page is light or dark as the reader's system is.
  const theme =
    options.theme === "color" ? "" : ` data-theme="${options.theme === "dark" ? "dark" : "light"}"`;
  const button = (id: string, name: string, sign: string) =>
    `<button type="button" id="${id}" title="${label(name)}" aria-label="${label(name)}">${sign}</button>`;
  // The policy comes first: what stands before it would not be held to it.
  return `<!doctype html>
<html lang="${label(lang || "en")}" dir="${picture.direction}"${theme}>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'sha256-${pageScriptHash}'; style-src 'unsafe-inline'; font-src data:; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Counterpoint">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
<header>
<h1>${title}</h1>
<div class="bar">
<label class="unseen" for="search">${escapeXmlText(pageWords.search)}</label>
<input id="search" type="search" placeholder="${label(pageWords.search)}">
<span id="count" role="status" data-some="${label(pageWords.found)}" data-none="${label(pageWords.nothingFound)}"></span>
${button("zoom-out", pageWords.zoomOut, "−")}
${button("zoom-in", pageWords.zoomIn, "+")}
${button("fit", pageWords.fit, escapeXmlText(pageWords.fit))}
${button("theme", pageWords.theme, "◐")}
</div>
</header>
<main>
<section id="stage" tabindex="0" aria-label="${label(`${pageWords.picture}. ${pageWords.keys}`)}">
${writeSvg(picture).replace(/^<\?xml[^>]*\?>\s*/, "")}
</section>
<section id="outline" aria-label="${label(pageWords.outline)}">
<h2>${escapeXmlText(pageWords.outline)}</h2>
${outlineHtml(map, job)}
${sources.length === 0 ? "" : `<h2>${escapeXmlText(words.sources)}</h2><ol>${sources.join("")}</ol>`}
</section>
</main>
<footer>${escapeXmlText(pageWords.madeWith)}</footer>
<script>${pageScript}</script>
</body>
</html>
`;
}
