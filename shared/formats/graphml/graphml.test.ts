import * as fc from "fast-check";
import { DirectedGraph } from "graphology";
import { parse } from "graphology-graphml/node";
import { describe, expect, it } from "vitest";
import { recordsOf } from "#shared/model/index.ts";
import { arbitraryLawfulMap } from "../../../tests/fixtures/formats/arbitrary-map.ts";
import { expectTotal } from "../../../tests/fixtures/formats/fuzz.ts";
import { meaningOf } from "../../../tests/fixtures/formats/meaning-of.ts";
import { example, readWith } from "../../../tests/fixtures/formats/reading.ts";
import {
  aCard,
  aGroup,
  anArgument,
  card,
  group,
  mapOf,
  onArgument,
  onCard,
} from "../../../tests/fixtures/model/build.ts";
import { graphml } from "./index.ts";

const read = readWith(graphml);
const write = graphml.write ?? String;
const small = mapOf(
  [
    aCard("c1", "claim", { text: "Cars are <loud> & slow", group: group("g1") }),
    aCard("c2"),
    aCard("c3"),
    aCard("q1", "question", { text: "Who pays?" }),
    anArgument("a1", ["c2"], onCard("c1")),
    anArgument("a2", ["c3"], onArgument("a1"), { polarity: "oppose" }),
    aGroup("g1"),
  ],
  { c1: [10, 20] },
);

describe("GraphML of ours", () => {
  it("[FG1] comes back as the same map, and the same map is the same file", () => {
    expect(read(write(example))).toEqual({ map: example, diagnostics: [] });
    fc.assert(
      fc.property(arbitraryLawfulMap(), (map) => {
        expect(read(write(map))).toEqual({ map, diagnostics: [] });
        expect(write({ ...map, records: new Map([...map.records].reverse()) })).toBe(write(map));
      }),
      { seed: 1, numRuns: 150 },
    );
  });

  it("[FG1] is a graph to a reader of others, with the words as labels", () => {
    const { nodes, edges } = parse(DirectedGraph, write(example), { addMissingNodes: false }).export();
    const labels = nodes.map(({ attributes }) => attributes?.["label"]);
    for (const { text } of recordsOf(example, "card")) expect(labels).toContain(text);
    const premises = recordsOf(example, "argument").flatMap((argument) =>
      argument.premises.map((premise) => `${premise} ${argument.id}`),
    );
    const drawn = edges.map(({ source, target }) => `${source} ${target}`);
    for (const line of premises) expect(drawn).toContain(line);
  });

  it("[FG2] keeps what was changed in a drawing program", () => {
    const text = write(small)
      .replace(/(<y:Geometry x=")10(" y=")20(")/u, "$171.5$272.5$3")
      .replace(/(<y:NodeLabel[^>]*>)text of c2</u, "$1Trucks are louder<")
      .replace(/ +<edge source="a2" target="a1">.*\n/u, "")
      .replace('<edge source="c3" target="a2">', '<edge source="c3" target="a1">')
      .replace(
        "  </graph>\n</graphml>",
        '<node id="n9"><data key="nodegraphics"><y:ShapeNode><y:NodeLabel>Some are quiet</y:NodeLabel></y:ShapeNode></data></node>' +
          '<edge id="e9" source="n9" target="c1"><data key="edgegraphics"><y:PolyLineEdge><y:EdgeLabel>but</y:EdgeLabel></y:PolyLineEdge></data></edge></graph></graphml>',
      );
    const { map } = read(text);
    expect(map.positions).toEqual(new Map([[card("c1"), [71.5, 72.5]]]));
    expect(meaningOf(map)).toEqual([
      '("Some are quiet" oppose "Cars are <loud> & slow")',
      '("Trucks are louder" & "text of c3" support "Cars are <loud> & slow")',
      'claim "Cars are <loud> & slow" in ""',
      'claim "Some are quiet"',
      'claim "Trucks are louder"',
      'claim "text of c3"',
      'group ""',
      'map ""',
      'question "Who pays?"',
    ]);
  });
});

describe("GraphML of others", () => {
  it("[FG3] becomes cards, arguments and groups, as yEd writes them", () => {
    const { map, diagnostics } = read(`<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml">
  <key for="node" id="d6" yfiles.type="nodegraphics"/>
  <key attr.name="url" attr.type="string" for="node" id="d3"/>
  <graph edgedefault="directed" id="G">
    <node id="n0" yfiles.foldertype="group">
      <data key="d6"><y:ProxyAutoBoundsNode><y:Realizers active="0"><y:GroupNode><y:Geometry x="0" y="0" height="9" width="9"/>
        <y:NodeLabel>Noise</y:NodeLabel></y:GroupNode></y:Realizers></y:ProxyAutoBoundsNode></data>
      <graph edgedefault="directed" id="n0:">
        <node id="n0::n0"><data key="d3">https://example.org/a</data><data key="d6"><y:ShapeNode>
          <y:Geometry height="30.0" width="30.0" x="-5.5" y="7"/><y:NodeLabel alignment="center">Cars are
loud<y:LabelModel/></y:NodeLabel></y:ShapeNode></data></node>
      </graph>
    </node>
    <node id="n1"><data key="d6"><y:ShapeNode><y:NodeLabel>The town is loud</y:NodeLabel></y:ShapeNode></data></node>
    <edge id="e0" source="n0::n0" target="n1"/>
    <edge id="e1" source="n1" target="n0"/>
  </graph>
</graphml>`);
    expect(meaningOf(map)).toEqual([
      '("Cars are\\nloud" support "The town is loud")',
      'claim "Cars are\\nloud" in "Noise"',
      'claim "The town is loud"',
      'group "Noise"',
      'map ""',
    ]);
    expect([...map.positions.values()]).toEqual([[-5.5, 7]]);
    expect(recordsOf(map, "source")).toMatchObject([{ url: "https://example.org/a" }]);
    expect(diagnostics).toMatchObject([{ code: "GRAPHML_END_NO_CARD", severity: "warning", line: 17 }]);
  });

  it("[FG3] becomes cards by plain labels, or by ids", () => {
    const text = `<graphml><key id="k" for="node" attr.name="label"/><key id="r" for="edge" attr.name="type"/><graph>
      <node id="a"><data key="k">A</data></node><node id="b"/>
      <edge source="b" target="a"><data key="r">attacks</data></edge></graph></graphml>`;
    expect(meaningOf(read(text).map)).toEqual(['("b" oppose "A")', 'claim "A"', 'claim "b"', 'map ""']);
  });

  it("[FG3] tells which data has no place in a map, and which words say nothing of arguments", () => {
    const text = `<graphml><key id="k" for="node" attr.name="label"/><key id="w" for="all" attr.name="weight"/>
      <key id="d" for="node" attr.name="description"/><graph><data key="w">1</data>
      <node id="a"><data key="k">A</data><data key="d">A</data><data key="w"> </data></node>
      <node id="b"><data key="k">B</data><data key="d">More of it</data><data key="w">2</data></node>
      <edge source="b" target="a"><data key="k">is like</data><data key="w">3</data></edge></graph></graphml>`;
    expect(read(text).diagnostics.map(({ code, message, line }) => `${code} ${message} ${line}`)).toEqual([
      "GRAPHML_LINE_WORDS Words on 1 lines say nothing of arguments; they were left out, and the lines support. undefined",
      'GRAPHML_DATA_LEFT_OUT Maps have no place for "weight"; it was left out, 3 times. 2',
      'GRAPHML_DATA_LEFT_OUT Maps have no place for "description"; it was left out. 4',
    ]);
  });

  it.each([
    ["<html/>", "GRAPHML_NOT_GRAPHML"],
    ["<graphml>", "GRAPHML_SYNTAX"],
    ['<!DOCTYPE x [<!ENTITY a "b">]><graphml>&a;</graphml>', "GRAPHML_SYNTAX"],
  ])("[F2] is told what is wrong with it: %s", (text, code) => {
    expect(read(text)).toMatchObject({
      map: { records: new Map() },
      diagnostics: [{ code, severity: "error", line: 1, column: expect.any(Number) }],
    });
  });

  it("[F1, F3] never makes the reader throw or the map unlawful", () => {
    const pieces = [
      "<",
      ">",
      "&",
      '"',
      "</node>",
      '<node id="c1">',
      '<edge source="a1" target="a2"/>',
      "c1",
      "a1",
      "record",
      "<graph>",
      "</graph>",
      "question",
      "<!--",
      "]]>",
    ];
    expectTotal(read, [write(small), write(small).replace(/^.*<key.*\n/gmu, "")], pieces);
  });
});
