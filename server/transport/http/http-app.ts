import { OpenAPIHono } from "@hono/zod-openapi";
import { bodyLimit } from "hono/body-limit";
import { limits } from "#shared/protocol/limits.ts";
import { RateLimiter } from "../rate-limiter.ts";
import { refuseForeignPages } from "./authorize.ts";
import { firstFault } from "./first-fault.ts";
import { limitByToken } from "./limit-by-token.ts";
import { requirePerson } from "./person.ts";
import { handleError, ProblemError, problemResponse } from "./problems.ts";
import { addAudience } from "./routes/audience/index.ts";
import { addChangeLink } from "./routes/change-link.ts";
import { serveClient } from "./routes/client.ts";
import { addCreateMap } from "./routes/create-map.ts";
import { addDeleteMap } from "./routes/delete-map.ts";
import { addExportMap } from "./routes/export-map.ts";
import { addHealthRoutes } from "./routes/health.ts";
import { addImportMap } from "./routes/import-map.ts";
import { addLockMap } from "./routes/lock-map.ts";
import { addMe } from "./routes/me/index.ts";
import { addMetricsRoute } from "./routes/metrics.ts";
import { addOpenSession } from "./routes/open-session.ts";
import { addPolls } from "./routes/polls/index.ts";
import { addRestoreMap } from "./routes/restore-map.ts";
import { addShowFormats } from "./routes/show-formats.ts";
import { addShowGlimpse } from "./routes/show-glimpse.ts";
import { addShowLinks } from "./routes/show-links.ts";
import { addShowReport } from "./routes/show-report.ts";
import { addShowSummary } from "./routes/show-summary.ts";
import { addShowTime } from "./routes/show-time.ts";
import { addSignIn } from "./routes/sign-in.ts";
import { addTalk } from "./routes/talk/index.ts";
import { talkLimiters } from "./routes/talk/speaker.ts";
import { addVersions } from "./routes/versions/index.ts";
import { addViewerRights } from "./routes/viewer-rights.ts";
import { securityHeaders } from "./security-headers.ts";
import type { Environment, Services } from "./services.ts";
import { byLink, describeWaysIn } from "./ways-in.ts";

/** Everything that is answered over HTTP. */
export function createHttpApp(services: Services): OpenAPIHono<Environment> {
  const app = new OpenAPIHono<Environment>({
    defaultHook: (result) => {
      if (result.success) return;
      const { where, what } = firstFault(result.error.issues);
      throw new ProblemError("bad-request", `The request is wrong${where && ` at "${where}"`}: ${what}.`);
    },
  });
  app.onError(handleError(services.log));
  app.notFound((c) => problemResponse(c, new ProblemError("not-found", "There is nothing at this address.")));
  app.use(securityHeaders(services.config));
  app.use("/api/*", async (c, next) => {
    refuseForeignPages(c, services);
    c.header("cache-control", "no-store");
    await next();
  });
  app.use("/api/*", limitByToken(services.now));
  app.use("/api/*", requirePerson(services));
  app.use("/api/*", bodyLimit({ maxSize: limits.maxBodyBytes, onError: refuseBody }));
  addHealthRoutes(app, services);
  addSignIn(app, services);
  addMetricsRoute(app, services);
  const creates = new RateLimiter(services.config.createsPerMinute, services.now);
  addCreateMap(app, services, creates);
  const sessions = new RateLimiter(services.config.sessionsPerMinute, services.now);
  addOpenSession(app, services, sessions);
  const secrets = new RateLimiter(services.config.sessionsPerMinute, services.now);
  addShowLinks(app, services, secrets);
  addChangeLink(app, services, secrets);
  addRestoreMap(app, services, secrets);
  addLockMap(app, services);
  addShowGlimpse(app, services);
  const reads = new RateLimiter(limits.maxReadsPerAddressPerMinute, services.now);
  addShowSummary(app, services, reads);
  const drawings = new RateLimiter(limits.maxDrawingsPerAddressPerMinute, services.now);
  addShowFormats(app);
  addShowTime(app, services);
  const exports = new RateLimiter(limits.maxExportsPerAddressPerMinute, services.now);
  addExportMap(app, services, { exports, reads, drawings });
  addShowReport(app, services, { exports, reads });
  addImportMap(app, services, reads);
  addDeleteMap(app, services);
  addVersions(app, services, { reads, creates });
  addMe(app, services, { reads, sessions });
  const limiters = talkLimiters(services.now);
  addTalk(app, services, reads, limiters);
  // A hall is one address, and each who follows a talk there reads the votes once.
  const pollReads = new RateLimiter(limits.maxPollReadsPerAddressPerMinute, services.now);
  addPolls(app, services, pollReads, limiters);
  addAudience(app, services, limiters);
  addViewerRights(app, services);
  describeWaysIn(app);
  app.doc31("/api/openapi.json", {
    openapi: "3.1.0",
    info: {
      title: "Counterpoint",
      version: "1",
      description: "Make, read, change and delete argument maps.",
    },
    security: byLink,
  });
  app.all("/api/*", () => {
    throw new ProblemError("not-found", "There is no such call.");
  });
  serveClient(app, services);
  return app;
}

function refuseBody(): never {
  const megabytes = limits.maxBodyBytes / 1024 / 1024;
  throw new ProblemError(
    "too-large",
    `The body is larger than ${megabytes} MB. Split the file, or leave parts out.`,
  );
}
