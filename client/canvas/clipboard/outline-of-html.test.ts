import { expect, test } from "vitest";
import { outlineOfHtml } from "./outline-of-html.ts";

test.each([
  ["nested lists", "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>", "- a\n  - b\n- c"],
  ["lists straight inside lists", "<b><ul><li>a</li><ul><li>b</li></ul></ul></b>", "- a\n  - b"],
  ["items of paragraphs", "<ol><li><p>a</p><p>more</p></li><li><div>b</div></li></ol>", "- a\n  more\n- b"],
  ["words between the tags", "one <ul><li>a <b>b</b>\n c<br>d</li></ul>", "one\n\n- a b c d"],
  ["signs of Markdown", "<ul><li>a*b* [c] \\</li></ul>", "- a\\*b\\* \\[c\\] \\\\"],
  [
    "links",
    '<ul><li>see <a href="https://x.y/z">the <i>report</i></a></li></ul>',
    "- see [the report](https://x.y/z)",
  ],
  ["links that lead nowhere", '<ul><li><a href="javascript:x()">a</a></li></ul>', "- a"],
  ["what nobody sees", "<style>p{}</style><ul><li>a<script>x()</script></li></ul>", "- a"],
])("reads %s", (_, html, outline) => expect(outlineOfHtml(html)).toBe(outline));

test("reads headings, paragraphs and quotes", () => {
  const html = "<h2>a</h2><p>b</p><blockquote>c</blockquote><span>d</span>";
  expect(outlineOfHtml(html)?.split("\n").filter(Boolean)).toEqual(["## a", "b", "> c", "d"]);
});

test.each(["", "<p>a</p><p>b</p>", "<ul><li> </li></ul>"])("leaves %j to the plain text", (html) =>
  expect(outlineOfHtml(html)).toBeUndefined(),
);

test("is not thrown by what is nested deeper than anybody nests", () => {
  expect(outlineOfHtml(`${"<ul><li>a".repeat(3_000)}`)).toContain("- a");
});
