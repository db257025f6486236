import { readFileSync } from "node:fs";
import { join } from "node:path";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { Callout } from "@/components/ui/callout";
import { RadioCards } from "@/components/ui/choice-fields";
import { ComboField } from "@/components/ui/combobox";
import { DayText } from "@/components/ui/day-text";
import { DisabledWithReason } from "@/components/ui/disabled-with-reason";
import { TextField } from "@/components/ui/field";
import { FormContextProvider } from "@/components/ui/form-context";
import { Pill } from "@/components/ui/pill";
import { StackedBar } from "@/components/ui/stacked-bar";
import { type StatusKind, StatusShape } from "@/components/ui/status-shape";
import { StepLines } from "@/components/ui/step-lines";
import { Steps } from "@/components/ui/steps";
import { SummaryList } from "@/components/ui/summary-list";
import { Table } from "@/components/ui/table";
import { MoneyField } from "@/components/ui/value-fields";
import { day } from "@/lib/day";

const reason = {
  code: "majors_open",
  rule: "DEC-4",
  clause: "ISO/IEC 17021-1, 9.5.3",
  sentence: "2 major findings are not verified.",
  severity: "block",
  lift: "The audit team verifies them.",
} as const;

const bar = (
  <StackedBar
    id="b"
    title="2 of 3 are closed"
    parts={[
      { key: "o", label: "open", value: 1, tone: "warning", href: "/open" },
      { key: "w", label: "withdrawn", value: 0, tone: "neutral" },
      { key: "c", label: "closed", value: 2, tone: "success" },
    ]}
  />
);
const lines = (
  <StepLines
    title="More closed than opened"
    points={[
      { day: day("2027-01-20"), opened: 4, closed: 0 },
      { day: day("2027-02-23"), opened: 12, closed: 8 },
    ]}
  />
);
const table = (
  <Table
    caption="Findings"
    rows={[{ no: "NC-014", due: "2027-03-27" }]}
    rowKey={(row) => row.no}
    columns={[
      {
        key: "no",
        label: "No.",
        isRowHeader: true,
        sort: { href: "?sort=no", now: "ascending" },
        cell: (row) => row.no,
      },
      { key: "due", label: "Due", leadsOnCard: true, cell: (row) => row.due },
    ]}
  />
);
const steps = <Steps label="Way" steps={[{ name: "Stage 1", state: "current", word: "Scheduled" }]} />;

describe("one state vocabulary", () => {
  const kinds: StatusKind[] = [
    "danger",
    "warning",
    "info",
    "success",
    "waiting",
    "locked",
    "overdue",
    "local",
  ];
  const css = readFileSync(join(import.meta.dirname, "../../../app/pills.css"), "utf8");
  const shapeOf = (kind: StatusKind) =>
    css.match(new RegExp(`\\.pill\\.is-${kind} \\{\\s+--shape: url\\("data:image/svg\\+xml,(.+)"\\)`))?.[1] ??
    "";

  it.each<StatusKind>([...kinds, "neutral"])("%s carries its word", (kind) => {
    expect(renderToStaticMarkup(<Pill kind={kind}>Word</Pill>)).toBe(
      `<span class="pill is-${kind}">Word</span>`,
    );
  });

  it.each(kinds)("the pill of %s has the shape drawn elsewhere", (kind) => {
    const drawn = renderToStaticMarkup(<StatusShape kind={kind} />).match(/ (?:d|r)="[^"]+"/g) ?? [];
    expect(drawn).not.toEqual([]);
    const shape = decodeURIComponent(shapeOf(kind)).replaceAll("'", '"');
    for (const line of drawn) expect(shape).toContain(line);
  });

  it("draws no shape twice, and none for what is neutral", () => {
    expect(new Set(kinds.map(shapeOf)).size).toBe(kinds.length);
    expect(shapeOf("neutral")).toBe("");
  });
});

describe("the content security policy allows no style attribute", () => {
  it.each([
    ["bar", bar],
    ["lines", lines],
    ["table", table],
    ["steps", steps],
    ["callout", <Callout key="c" title="Note" />],
    [
      "combobox",
      <ComboField
        key="f"
        name="r"
        label="Requirement"
        options={[{ id: "9.2", label: "9.2 Internal audit" }]}
      />,
    ],
    [
      "radio cards",
      <RadioCards key="r" name="g" label="Grade" options={[{ value: "major", label: "Major" }]} />,
    ],
    ["money", <MoneyField key="m" name="fee" label="Fee" currencies={["EUR", "USD"]} />],
  ])("%s has none", (_, element) => {
    expect(renderToStaticMarkup(element)).not.toMatch(/\sstyle=/);
  });
});

describe("what a reader must find", () => {
  it("shows a missing value as not stated, and a zero as zero", () => {
    const html = renderToStaticMarkup(
      <SummaryList
        items={[
          { term: "Day rate", value: null },
          { term: "Fee", value: 0 },
        ]}
      />,
    );
    expect(html).toContain("Not stated");
    expect(html).toContain(">0<");
  });

  it("lists every reason of a refused act with rule, clause and who lifts it", () => {
    const html = renderToStaticMarkup(<DisabledWithReason label="Grant certificate" reasons={[reason]} />);
    expect(html).toContain('aria-disabled="true"');
    for (const words of ["Rule DEC-4", reason.clause, reason.sentence, reason.lift])
      expect(html).toContain(words);
  });

  it("keeps a part of zero in the words and leaves it out of the bar", () => {
    const html = renderToStaticMarkup(bar);
    expect(html).toContain("0 withdrawn");
    expect(html.match(/<rect [^>]*height="16"/g)).toHaveLength(2);
    expect(html).toContain('href="/open"');
  });

  it("gives a chart's numbers as a table too", () => {
    const html = renderToStaticMarkup(lines);
    expect(html).toContain("Still open: 4");
    expect(html).toContain("<caption");
    expect(html).toContain("23 Feb 2027");
  });

  it("says that a trend needs more days instead of drawing one point", () => {
    const one = [{ day: day("2027-01-20"), opened: 4, closed: 0 }];
    expect(renderToStaticMarkup(<StepLines title="x" points={one} />)).not.toContain("<svg");
  });

  it("names columns, sort order and rows of a table, also on its cards", () => {
    const html = renderToStaticMarkup(table);
    expect(html).toContain('aria-sort="ascending"');
    expect(html).toContain('<th scope="row" data-label="No."');
    expect(html).toContain('data-label="Due" class="leads"');
    expect(html).toContain("data-row");
  });

  it("marks the step a record stands at", () => {
    expect(renderToStaticMarkup(steps)).toContain('aria-current="step"');
  });

  it("says a day absolutely, and from today when it knows today", () => {
    const html = renderToStaticMarkup(<DayText day={day("2027-03-27")} today={day("2027-03-15")} />);
    expect(html).toContain("27 Mar 2027");
    expect(html).toContain("in 12 days");
  });
});

describe("a field says its error in the words of the form", () => {
  const context = {
    formId: "f",
    errors: { "actions.0.what": "Enter the action" },
    holdSubmit: () => undefined,
  };

  it("ties label, hint and error to the control by its name", () => {
    const html = renderToStaticMarkup(
      <FormContextProvider value={context}>
        <TextField name="actions.0.what" label="Action" hint="One thing" />
      </FormContextProvider>,
    );
    expect(html).toContain('id="f-actions-0-what"');
    expect(html).toContain('aria-describedby="f-actions-0-what-hint f-actions-0-what-error"');
    expect(html).toContain('aria-invalid="true"');
    expect(html).toContain("Enter the action");
  });

  it("marks optional fields in words and required ones not at all", () => {
    expect(renderToStaticMarkup(<TextField name="a" label="A" optional />)).toContain("(optional)");
    expect(renderToStaticMarkup(<TextField name="a" label="A" />)).not.toContain("optional");
  });
});
