import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { type ResourceLimits, Worker } from "node:worker_threads";

/** Starts the thread `name` that lies beside the file that starts it, whose `import.meta.url` is `importer`. */
export function startThread(
  importer: string,
  name: string,
  workerData: unknown,
  resourceLimits: ResourceLimits = {},
): Worker {
  const here = fileURLToPath(importer);
  // The bundle has the thread beside itself. From source it needs the loader, which a new thread does not inherit.
  return here.endsWith(".ts")
    ? new Worker(loadFromSource(join(dirname(here), `${name}.ts`)), {
        workerData,
        resourceLimits,
        eval: true,
      })
    : new Worker(join(dirname(here), `${name}.js`), { workerData, resourceLimits });
}

function loadFromSource(file: string): string {
  const url = JSON.stringify(pathToFileURL(file).href);
  return `import("tsx/esm/api").then(({ register }) => { register(); return import(${url}); });`;
}
