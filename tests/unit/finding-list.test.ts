import { expect, test } from "vitest";
import { countFilters, findingListHref, parseFindingList } from "@/lib/finding-list";

const ID = "01a2104c-89c0-767f-b39b-595f9876d850";

test("an address without a query is the open findings by what is due", () => {
  const list = parseFindingList({});
  expect(list).toMatchObject({
    view: "open",
    grades: [],
    states: [],
    due: null,
    sort: "due",
    isDescending: false,
  });
  expect(findingListHref("/findings", list)).toBe("/findings");
  expect(countFilters(list)).toBe(0);
});

test("an address is read and written alike, keys in order, defaults left out", () => {
  const address = `/findings?after=NC000000050~${ID}&due=7d&grade=major,minor&sort=-number&state=open&view=all`;
  const query = Object.fromEntries(new URL(address, "http://x").searchParams);
  const list = parseFindingList(query);
  expect(findingListHref("/findings", list, { after: list.after })).toBe(address);
  expect(countFilters(list)).toBe(3);
});

test("another filter or order starts again on the first page", () => {
  const list = parseFindingList({ after: `4~${ID}`, grade: "major" });
  expect(findingListHref("/findings", list, { grades: [] })).toBe("/findings");
});

test.each([
  [{ view: "nonsense", grade: "critical", state: "gone", due: "soon", sort: "size" }],
  [{ after: "4~no-id", before: ["a", "b"] }],
  [{ after: `'; drop table finding; --~${ID}` }],
])("what is not known is ignored: %j", (params) => {
  expect(parseFindingList(params)).toEqual(parseFindingList({}));
});
