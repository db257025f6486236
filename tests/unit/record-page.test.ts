import { expect, test } from "vitest";
import { recordPage } from "@/lib/documents/record-page";

const page = (record: Parameters<typeof recordPage>[2]) =>
  recordPage("Cloud <ISMS>", "For Northwind", record);

test("everything that was typed is text", () => {
  const html = page({ project: { scope: "<script>alert(1)</script>", sites: ['"><img src=x>'] } });
  expect(html).toContain("<h1>Cloud &lt;ISMS&gt;</h1>");
  expect(html).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
  expect(html).not.toMatch(/<script|<img/);
});

test("codes, days and instants read as on every screen", () => {
  const html = page({
    findings: [
      { number: "NC-001", grade: "major", state: "plan_accepted", planDueOn: "2027-02-07", plan: { x: 1 } },
    ],
    audits: [{ kind: "follow_up", state: "team_confirmed", at: "2027-01-11T09:30:00.000Z", plan: { x: 1 } }],
  });
  for (const words of [
    "Major",
    "Plan accepted",
    "7 Feb 2027",
    "the follow-up audit",
    "Team confirmed",
    "11 Jan 2027, 09:30 UTC",
  ])
    expect(html).toContain(`<dd>${words}</dd>`);
});

test("hundredths of a day and minor units are told as days and amounts", () => {
  const html = page({ choice: { plannedCentidays: 550, dayRateMinor: 120_050, currency: "EUR" } });
  expect(html).toContain("<dt>Planned days</dt><dd>5.5</dd>");
  expect(html).toContain("<dt>Day rate</dt><dd>EUR 1,200.50</dd>");
});

test("short records of a list stand in a table, where what is not stated is an empty cell", () => {
  const html = page({
    trail: [
      { no: 1, who: "Ana Ruiz", reason: null },
      { no: 2, who: "Lena Vogt", reason: "Late" },
    ],
  });
  expect(html).toContain('<th scope="col">Who</th>');
  expect(html.match(/<tr>/g)).toHaveLength(3);
  expect(html).toContain("<td></td>");
});

test("an empty list and an empty text are said, and zero is zero", () => {
  const html = page({ project: { findings: [], note: "", persons: 0, demo: false } });
  expect(html).toContain('<p class="none">None</p>');
  expect(html).toContain("<dt>Persons</dt><dd>0</dd>");
  expect(html).toContain("<dt>Demo</dt><dd>No</dd>");
});
