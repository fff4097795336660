/**
 * Who may import whom (docs/architecture.md). Each rule says in its comment what to do instead.
 * Compiler projects keep the big parts apart; these rules keep the folders inside them apart.
 */

const code = "^(client|server|shared)/";
// Tests drive their subject with the real neighbours, so they may reach further than the code they test.
const tests = "(\\.test\\.tsx?$|^tests/)";

/** Inside the project, `folder` may import only itself and `allowed` (regular expressions). */
function onlyInside(name, folder, allowed, comment) {
  return {
    name,
    comment,
    severity: "error",
    from: { path: folder, pathNot: tests },
    to: { path: "^(client|server|shared|tests|examples|scripts|bench)/", pathNot: [folder, ...allowed] },
  };
}

/** The registry packages matching `packages` may be imported only from `folders`. */
function packagesOnlyIn(name, packages, folders, comment) {
  return {
    name,
    comment,
    severity: "error",
    from: { path: code, pathNot: [tests, ...folders] },
    to: { path: `(^|/)node_modules/(${packages})(/|$)` },
  };
}

const base = ["^shared/lib/", "^shared/model/"];

const layers = [
  onlyInside(
    "lib-knows-nothing",
    "^shared/lib/",
    [],
    "shared/lib knows nothing about arguments: move what needs the model up into shared/model.",
  ),
  onlyInside(
    "model-on-lib",
    "^shared/model/",
    ["^shared/lib/"],
    "The model is plain data on top of lib: let the caller hand in what lies above (as a value or a function).",
  ),
  onlyInside(
    "doc-on-model",
    "^shared/doc/",
    base,
    "The document holds the model and nothing else: formats, pictures and layout work on the plain map it gives.",
  ),
  onlyInside(
    "evaluation-on-model",
    "^shared/evaluation/",
    base,
    "Evaluation is pure functions over the model: take what else is needed as an argument.",
  ),
  onlyInside(
    "outline-on-model",
    "^shared/outline/",
    base,
    "The outline is the model read as a tree: what shows it (rows open, selected, edited) belongs into the client.",
  ),
  onlyInside(
    "diagram-on-model",
    "^shared/diagram/",
    base,
    "A picture is made from the model and given positions: let the caller run the layout and pass the result.",
  ),
  onlyInside(
    "layout-on-model",
    "^shared/layout/",
    [...base, "^shared/diagram/"],
    "Layout needs the model and the sizes of cards: nothing of documents or formats.",
  ),
  onlyInside(
    "formats-on-model",
    "^shared/formats/",
    [...base, "^shared/diagram/", "^shared/layout/", "^shared/presenting/"],
    "A format turns text into the plain map and back (pictures through shared/diagram); the caller puts it into a document.",
  ),
  onlyInside(
    "talk-on-model",
    "^shared/talk/",
    [...base, "^shared/protocol/"],
    "What is said about a map needs its ids and who has which role: nothing of how the map itself is held or shown.",
  ),
  onlyInside(
    "presenting-on-model",
    "^shared/presenting/",
    [
      ...base,
      "^shared/protocol/",
      "^shared/talk/",
      "^shared/outline/",
      "^shared/evaluation/",
      "^shared/layout/",
      "^shared/diagram/",
    ],
    "What a talk is and what it shows is reckoned from the map and what was said: pictures, pages and the wire lie above.",
  ),
  onlyInside(
    "protocol-on-model",
    "^shared/protocol/",
    base,
    "Both ends of the wire share protocol: it needs only lib and the types of the model.",
  ),
  onlyInside(
    "shared-alone",
    "^shared/",
    [],
    "Shared code runs in both: move what both need into shared, and pass the rest in as an argument.",
  ),
  onlyInside(
    "server-not-client",
    "^server/",
    ["^shared/", "^examples/[^/]+\\.json$"],
    "Client and server meet only in shared: move what both need into shared.",
  ),
  onlyInside(
    "client-not-server",
    "^client/",
    ["^shared/", "^examples/[^/]+\\.json$"],
    "Client and server meet only in shared: move what both need into shared, or ask over HTTP.",
  ),
  onlyInside(
    "rooms-declare-ports",
    "^server/rooms/",
    ["^shared/", "^server/logging\\.ts$"],
    "Rooms declare ports (DocumentStore, Socket, Bus); let main.ts hand in what implements them.",
  ),
  onlyInside(
    "storage-behind-its-port",
    "^server/storage/",
    [
      "^shared/",
      "^server/(logging|start-thread)\\.ts$",
      "^server/rooms/",
      "^server/access/",
      "^server/history/",
      "^server/polls/ports\\.ts$",
    ],
    "Storage implements the ports of rooms, access, history and polls: let main.ts wire it to the rest.",
  ),
  onlyInside(
    "bus-behind-its-port",
    "^server/bus/",
    ["^shared/", "^server/logging\\.ts$", "^server/rooms/"],
    "The bus implements the port in rooms: let main.ts wire it to the rest.",
  ),
  onlyInside(
    "pictures-lend",
    "^server/pictures/",
    ["^shared/"],
    "server/pictures lends engines and fonts to shared/formats: what it is asked for comes in as an argument.",
  ),
  onlyInside(
    "ui-knows-no-domain",
    "^client/ui/",
    ["^client/styles/"],
    "client/ui has no domain words: pass words, data and handlers in as props.",
  ),
  {
    name: "features-apart",
    comment:
      "A feature never imports another: lift what both need into client/state, client/session or client/ui, or pass it in as a prop from client/app.",
    severity: "error",
    from: { path: "^client/features/([^/]+)/", pathNot: tests },
    to: { path: "^client/features/", pathNot: "^client/features/$1/" },
  },
  {
    name: "formats-apart",
    comment:
      "One folder a format: lift what two formats need into a file of shared/formats itself, or into one of the folders that are made for it.",
    severity: "error",
    from: { path: "^shared/formats/([^/]+)/", pathNot: tests },
    to: {
      path: "^shared/formats/[^/]+/",
      pathNot: "^shared/formats/($1|building|drawn|fields|graph|json|outline|xml)/",
    },
  },
  {
    name: "state-holds-no-document",
    comment:
      "client/state is this user's view: what a peer should see belongs to the session, what should last to the document.",
    severity: "error",
    from: { path: "^client/state/", pathNot: tests },
    to: { path: ["^shared/doc/", "^client/(session|canvas|features|app)/", "node_modules/@xyflow/"] },
  },
  {
    name: "canvas-under-app",
    comment:
      "The canvas and the session are used by the app, not the other way round: pass it in as a prop or context.",
    severity: "error",
    from: { path: "^client/(canvas|session|state|api)/", pathNot: tests },
    to: { path: ["^client/app/", "^client/features/", "^client/shell/"] },
  },
  {
    name: "app-on-top",
    comment:
      "Pages put features together, never the other way round: what several features need stands in client/shell or client/words.",
    severity: "error",
    from: { path: "^client/(features|shell|words)/", pathNot: tests },
    to: { path: "^client/app/" },
  },
  {
    name: "stage-under-features",
    comment:
      "client/stage is the talk on the screen for who presents and who follows: pages and what is special to either stand in the features.",
    severity: "error",
    from: { path: "^client/stage/", pathNot: tests },
    to: { path: ["^client/app/", "^client/features/", "^client/shell/"] },
  },
  {
    name: "voting-under-features",
    comment:
      "client/voting shows votes wherever they are asked for: the page hands in what is known of them and the session's calls.",
    severity: "error",
    from: { path: "^client/voting/", pathNot: tests },
    to: {
      path: "^(client|server|tests|examples|scripts|bench)/",
      pathNot: "^client/(voting|api|session|ui|words)/",
    },
  },
  {
    name: "shell-under-features",
    comment: "The shell is what several features share, so it knows none of them.",
    severity: "error",
    from: { path: "^client/(shell|words)/", pathNot: tests },
    to: { path: "^client/(features|canvas)/" },
  },
];

const packages = [
  packagesOnlyIn(
    "yjs-in-few-places",
    "yjs|y-protocols|y-websocket|y-indexeddb|lib0",
    ["^shared/doc/", "^shared/talk/", "^server/rooms/", "^client/session/"],
    "Only shared/doc knows how a map lies in Yjs, and shared/talk what is said about it: speak to them, Room or the session.",
  ),
  packagesOnlyIn(
    "ws-in-transport",
    "ws",
    ["^server/transport/"],
    "Sockets reach the rooms through the port Socket of server/rooms.",
  ),
  packagesOnlyIn(
    "sql-in-storage",
    "libsql|@libsql|better-sqlite3|pg|postgres",
    ["^server/storage/"],
    "Data lies behind the ports DocumentStore and AccessStore: add a method there.",
  ),
  packagesOnlyIn(
    "redis-in-bus",
    "ioredis|redis",
    ["^server/bus/"],
    "Processes speak to each other through the port Bus of server/rooms.",
  ),
  packagesOnlyIn(
    "counting-in-metrics",
    "prom-client",
    ["^server/metrics/"],
    "Say what happened through the port Meter of server/rooms; server/metrics turns it into series.",
  ),
  packagesOnlyIn(
    "http-in-transport",
    "hono|@hono",
    ["^server/transport/", "^server/start-server\\.ts$"],
    "HTTP ends in server/transport: call a plain function of the part below.",
  ),
  packagesOnlyIn(
    "react-in-client",
    "react|react-dom|react-aria-components|@xyflow|zustand|wouter|lucide-react|@lingui",
    ["^client/"],
    "Shared and server code has no React: give plain data and let the client show it.",
  ),
  packagesOnlyIn(
    "flow-in-canvas",
    "@xyflow",
    ["^client/canvas/"],
    "React Flow hosts the canvas and nothing else: speak in model ids outside it.",
  ),
  {
    name: "shared-without-node",
    comment: "Shared code runs in browsers too: take clock, randomness, files and parsers as arguments.",
    severity: "error",
    from: { path: "^shared/", pathNot: tests },
    to: { dependencyTypes: ["core"] },
  },
  {
    name: "rooms-without-node",
    comment:
      "Rooms are tested without machine or network: declare a port and let main.ts hand in the Node part.",
    severity: "error",
    from: { path: "^server/rooms/", pathNot: tests },
    to: { dependencyTypes: ["core"] },
  },
  {
    name: "client-without-node",
    comment: "The client runs in a browser: use what the web platform has.",
    severity: "error",
    from: { path: "^client/", pathNot: tests },
    to: { dependencyTypes: ["core"] },
  },
];

const hygiene = [
  {
    name: "no-circular",
    comment: "Two files that need each other are one, or share a third: move the common part there.",
    severity: "error",
    from: {},
    to: { circular: true },
  },
  {
    name: "resolvable",
    comment:
      "The file is not there: imports name the whole file, extension included, and cross folders as #shared/....",
    severity: "error",
    from: {},
    to: { couldNotResolve: true, pathNot: "\\?(url|raw|worker|inline)$|^virtual:" },
  },
  {
    name: "no-test-in-product",
    comment:
      "Product code never imports a test or what only tests use: move the shared part beside its subject.",
    severity: "error",
    from: { path: code, pathNot: tests },
    to: { path: tests },
  },
  {
    name: "no-development-package-in-product",
    comment: "A package the product needs at run time belongs into dependencies in package.json.",
    severity: "error",
    from: { path: code, pathNot: tests },
    to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"] },
  },
];

export default {
  forbidden: [...layers, ...packages, ...hygiene],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^dist/" },
    // Types count as well: a type from above is a dependency on what lies above.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.base.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "types", "node", "default"],
      extensions: [".ts", ".tsx", ".mjs", ".js", ".json", ".css"],
    },
  },
};
