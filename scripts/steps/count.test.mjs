import { describe, expect, it } from "vitest";
import { countPlaywright, countRun, countVitest } from "./count.mjs";

const silent = () => undefined;

describe("counting test runs", () => {
  it("counts a file that does not load as one failed test", () => {
    const report = {
      numPassedTests: 3,
      numFailedTests: 1,
      testResults: [
        { status: "failed", assertionResults: [{}, {}] },
        { status: "failed", assertionResults: [] },
        { status: "passed", assertionResults: [{}, {}] },
      ],
    };
    expect(countVitest(report)).toEqual({ passed: 3, failed: 2 });
  });

  it("counts flaky tests and faults outside tests as failed", () => {
    const report = { stats: { expected: 4, unexpected: 1, flaky: 1, skipped: 0 }, errors: [{}] };
    expect(countPlaywright(report)).toEqual({ passed: 4, failed: 3 });
  });

  it("never counts a run without a report as good", () => {
    expect(countRun("unit", 0, undefined, countVitest, silent)).toEqual({ passed: 0, failed: 1 });
  });

  it("never counts a run of nothing as good", () => {
    const report = { numPassedTests: 0, numFailedTests: 0, testResults: [] };
    expect(countRun("unit", 0, report, countVitest, silent)).toEqual({ passed: 0, failed: 1 });
  });

  it("counts a fault outside any test, which only the exit code tells, as one failed test", () => {
    const report = { numPassedTests: 2, numFailedTests: 0, testResults: [] };
    expect(countRun("unit", 1, report, countVitest, silent)).toEqual({ passed: 2, failed: 1 });
  });
});
