/** `npm run dev`: the client with hot reload and the server restarted on every change, stopped together. */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { ensureInstalled } from "./steps/install.mjs";
import { root, runScript, say } from "./steps/run.mjs";
import { stopWithNpm } from "./steps/stop-with-npm.mjs";

const clientPort = 5173;

function startTool(file, args, env) {
  return spawn(process.execPath, [join(root, "node_modules", file), ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ["ignore", 2, 2],
  });
}

await runScript(async () => {
  stopWithNpm();
  await ensureInstalled();
  const url = `http://localhost:${clientPort}`;
  // Links and the origin check must speak of the address that is in the browser, which is the client's.
  const server = startTool("tsx/dist/cli.mjs", ["watch", "--clear-screen=false", "server/main.ts"], {
    PUBLIC_URL: process.env.PUBLIC_URL ?? url,
  });
  const client = startTool(
    "vite/bin/vite.js",
    ["--port", String(clientPort), "--strictPort", "--clearScreen", "false"],
    {},
  );
  const children = [server, client];
  function stopAll() {
    for (const child of children) child.kill("SIGTERM");
  }
  process.once("SIGINT", stopAll);
  process.once("SIGTERM", stopAll);
  say(`Open ${url}; Ctrl+C stops both the client and the server.`);
  const codes = await Promise.all(
    children.map(
      (child) =>
        new Promise((resolve) => {
          child.once("exit", (code) => {
            stopAll();
            resolve(code ?? 0);
          });
        }),
    ),
  );
  process.exitCode = Math.max(...codes);
});
