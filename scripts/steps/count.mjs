/** Reads what Vitest and Playwright report of their runs and adds it up. */

/** Sums of a run: tests passed, tests failed. */
export function add(a, b) {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed };
}

/** A test file that could not even load has no tests to count: it counts as one failed test. */
export function countVitest(report) {
  const brokenFiles = report.testResults.filter(
    (file) => file.status === "failed" && file.assertionResults.length === 0,
  );
  return { passed: report.numPassedTests, failed: report.numFailedTests + brokenFiles.length };
}

/** Faults outside any test (a file that does not load, a worker that dies) count as failed tests. */
export function countPlaywright(report) {
  const { expected, unexpected, flaky } = report.stats;
  return { passed: expected, failed: unexpected + flaky + report.errors.length };
}

/** The closing count of one runner: a run that ended badly, or that ran nothing, is never counted as good. */
export function countRun(name, exitCode, report, count, say) {
  if (report === undefined) {
    say(
      `The ${name} tests did not run: the runner ended with ${exitCode} and left no report; its own lines above say why.`,
    );
    return { passed: 0, failed: 1 };
  }
  const counted = count(report);
  if (counted.failed > 0) return counted;
  if (counted.passed === 0) {
    say(`The ${name} tests ran nothing, which counts as a failure.`);
    return { passed: 0, failed: 1 };
  }
  if (exitCode !== 0) {
    say(
      `The ${name} tests all passed, but the runner ended with ${exitCode}: a fault outside any test, named above.`,
    );
    return { passed: counted.passed, failed: 1 };
  }
  return counted;
}
