import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { type Column, Table } from "@/components/ui/table";

interface Row {
  id: number;
  text: string;
}

const columns: Column<Row>[] = [
  {
    key: "number",
    label: "No.",
    isRowHeader: true,
    cell: ({ id }) => ({ href: `/northwind/projects/1/findings/${id}`, text: `NC-${id}` }),
  },
  { key: "grade", label: "Grade", cell: () => ({ pill: "danger", text: "Major" }) },
  { key: "text", label: "Statement", cell: ({ text }) => ({ text, clamp: true }) },
  { key: "audit", label: "Audit", isOneLine: true, cell: () => "Stage 2" },
  { key: "age", label: "Age", isNumber: true, cell: ({ id }) => id },
  { key: "more", label: "More", isLabelHidden: true, cell: () => <button type="button">More</button> },
];

function draw(rows: Row[]): string {
  return renderToStaticMarkup(
    <Table caption="Findings" columns={columns} rows={rows} rowKey={({ id }) => String(id)} />,
  );
}

describe("a table drawn from compact rows", () => {
  it("shows links, pills, clamped texts, plain words and elements", () => {
    const html = draw([{ id: 14, text: "Backups are not tested" }]);
    expect(html).toContain(
      '<th scope="row" data-label="No."><a href="/northwind/projects/1/findings/14">NC-14</a></th>',
    );
    expect(html).toContain('<td data-label="Grade"><span class="pill is-danger">Major</span></td>');
    expect(html).toContain('<td data-label="Statement"><p class="clamped">Backups are not tested</p></td>');
    expect(html).toContain('<td data-label="Audit" class="is-line">Stage 2</td>');
    expect(html).toContain('<td data-label="Age" class="is-number">14</td>');
    expect(html).toContain('<td class="is-bare"><button type="button">More</button></td>');
  });

  it("lets no text become markup", () => {
    expect(draw([{ id: 1, text: "<script>alert(1)</script>" }])).not.toContain("<script>");
  });

  it("marks every row for the list keys, and its links for moving without a load", () => {
    const html = draw(Array.from({ length: 3 }, (_, id) => ({ id, text: "x" })));
    expect(html.match(/<tr data-row/g)).toHaveLength(3);
    expect(html).toMatch(/^<section data-soft="true"/);
  });

  it("spends at most 600 bytes on a row", () => {
    const rows = Array.from({ length: 50 }, (_, id) => ({ id, text: "Restores are not tested as written." }));
    expect(draw(rows).length - draw([]).length).toBeLessThan(50 * 600);
  });
});
