/** The report of a talk as a file: Markdown, or a page that needs nothing else. */
import type { Report, ReportBlock } from "#shared/presenting/index.ts";
import { escapeXmlAttribute, escapeXmlText } from "../xml/index.ts";

/** What a report can be written as. */
export const reportFormats = ["md", "html"] as const;
export type ReportFormat = (typeof reportFormats)[number];

export const reportMediaTypes: Readonly<Record<ReportFormat, string>> = {
  md: "text/markdown",
  html: "text/html",
};

/** The text of the file; the same report gives the same one. */
export function writeReport(report: Report, format: ReportFormat): string {
  return format === "md" ? writeMarkdown(report) : writeHtml(report);
}

function writeMarkdown({ title, blocks }: Report): string {
  return `${[`# ${inMarkdown(title)}`, ...blocks.map(blockInMarkdown)].join("\n\n")}\n`;
}

function blockInMarkdown(block: ReportBlock): string {
  switch (block.kind) {
    case "heading":
      return `${"#".repeat(block.level)} ${inMarkdown(block.text)}`;
    case "text":
      return inMarkdown(block.text);
    case "list":
      return block.items
        .map((item, index) => `${block.isOrdered ? `${index + 1}.` : "-"} ${inMarkdown(item)}`)
        .join("\n");
    case "table": {
      const [head, ...body] = block.rows;
      const row = (cells: readonly string[]): string => `| ${cells.map(inMarkdown).join(" | ")} |`;
      return [row(head), row(head.map(() => "---")).replaceAll("\\-", "-"), ...body.map(row)].join("\n");
    }
  }
}

/** As one line of words that mean nothing to Markdown; see CommonMark 0.31, "Backslash escapes". */
function inMarkdown(text: string): string {
  return text
    .replace(/\s+/gu, " ")
    .trim()
    .replace(/[\\`*_{}[\]<>#|~&!]/gu, "\\$&")
    .replace(/^(?:[-+=]|\d+[.)](?=\s|$))/u, (start) => `${start.slice(0, -1)}\\${start.slice(-1)}`);
}

/** To be read on paper as well. */
const style =
  "body{max-width:46rem;margin:2rem auto;padding:0 1rem;font:1rem/1.5 system-ui,sans-serif;color-scheme:light dark}" +
  "h1{font-size:1.6rem;line-height:1.25}h2{margin-top:2rem;font-size:1.25rem}h3{font-size:1.05rem}" +
  "table{border-collapse:collapse}th,td{padding:.25rem .75rem;border:1px solid;text-align:start}" +
  "td+td{text-align:end}h1,h2,h3,p,li,td{overflow-wrap:anywhere}@media print{h2,h3{break-after:avoid}}";

function writeHtml({ title, lang, blocks }: Report): string {
  const name = escapeXmlText(title);
  // The policy comes first: what stands before it would not be held to it.
  return `<!doctype html>
<html lang="${escapeXmlAttribute(lang)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Counterpoint">
<title>${name}</title>
<style>${style}</style>
</head>
<body>
<h1>${name}</h1>
${blocks.map(blockInHtml).join("\n")}
</body>
</html>
`;
}

function blockInHtml(block: ReportBlock): string {
  switch (block.kind) {
    case "heading":
      return `<h${block.level}>${escapeXmlText(block.text)}</h${block.level}>`;
    case "text":
      return `<p>${escapeXmlText(block.text)}</p>`;
    case "list": {
      const tag = block.isOrdered ? "ol" : "ul";
      return `<${tag}>${block.items.map((item) => `<li>${escapeXmlText(item)}</li>`).join("")}</${tag}>`;
    }
    case "table": {
      const [head, ...body] = block.rows;
      const row = (tag: "td" | "th", cells: readonly string[]): string =>
        `<tr>${cells.map((cell) => `<${tag}>${escapeXmlText(cell)}</${tag}>`).join("")}</tr>`;
      return `<table><thead>${row("th", head)}</thead><tbody>${body.map((cells) => row("td", cells)).join("")}</tbody></table>`;
    }
  }
}
