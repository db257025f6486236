import { describe, expect, test } from "vitest";
import { type EventKind, eventTexts, isEventKind, labelOfEvent, tellEvent } from "@/lib/lifecycle/event";
import { listLifecycleCommands } from "@/lib/lifecycle/machines";

const kinds = Object.keys(eventTexts) as EventKind[];

/** Every name a sentence may ask for. */
const data = new Proxy<Record<string, string | number | boolean>>(
  {},
  { get: (_, key) => (key === "count" ? 2 : String(key)) },
);

describe("Events in words", () => {
  test("each command of each machine has its event", () => {
    expect(listLifecycleCommands().filter((command) => !isEventKind(command))).toEqual([]);
    expect(isEventKind("constructor")).toBe(false);
  });

  test.each(kinds)("%s is told in the past, after the person's name", (kind) => {
    const sentence = tellEvent({ kind, data });
    expect(sentence).toMatch(/^[a-z]+ /);
    expect(sentence).not.toMatch(/undefined|null|\.$/);
    expect(labelOfEvent(kind)).toMatch(/^[A-Z]/);
  });

  test("a finding is told with its grade, number and requirement", () => {
    const raised = {
      kind: "nonconformity.raise",
      data: { number: "NC-003", grade: "major", requirement: "A.8.9" },
    } as const;
    expect(tellEvent(raised)).toBe("issued major NC-003 against A.8.9");
  });

  test("days are written as people read them, and one is not many", () => {
    expect(tellEvent({ kind: "sourcing.issueRfp", data: { count: 1, dueOn: "2027-03-27" } })).toBe(
      "issued a request for proposals to 1 body, answers due by 27 Mar 2027",
    );
  });
});
