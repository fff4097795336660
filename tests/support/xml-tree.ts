import { SaxesParser } from "saxes";

export type XmlNode = Readonly<{
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: readonly XmlNode[];
}>;

/** The elements of an XML text as a tree; throws where it is not well formed. */
export function xmlTree(xml: string): XmlNode {
  type Open = { name: string; attributes: Readonly<Record<string, string>>; children: Open[] };
  const root: Open = { name: "", attributes: {}, children: [] };
  const open = [root];
  const parser = new SaxesParser();
  parser.on("error", (fault) => {
    throw fault;
  });
  parser.on("opentag", ({ name, attributes }) => {
    const node: Open = { name, attributes: attributes as Record<string, string>, children: [] };
    open.at(-1)?.children.push(node);
    open.push(node);
  });
  parser.on("closetag", () => open.pop());
  parser.write(xml).close();
  const [first] = root.children;
  if (first === undefined) throw new Error("There is no element.");
  return first;
}

/** An element and all below it. */
export function* elementsOf(node: XmlNode): Generator<XmlNode> {
  yield node;
  for (const child of node.children) yield* elementsOf(child);
}
