import { expect, it } from "vitest";
import { findCurrentHref } from "@/components/frame/nav-item";

const items = [
  { href: "/northwind", label: "Home", isAlone: true as const },
  { href: "/northwind/findings?status=open", label: "Findings" },
  { href: "/northwind/people", label: "People" },
];

it.each([
  ["/northwind", "/northwind"],
  ["/northwind/findings/NC-014", "/northwind/findings?status=open"],
  ["/northwind/peopleware", undefined],
  ["/northwind/account", undefined],
  ["/northwind/people/new", "/northwind/people"],
  ["/other", undefined],
])("marks for %s the entry %s", (path, href) => {
  expect(findCurrentHref(items, path)).toBe(href);
});

it("lets a page say its entry itself", () => {
  expect(findCurrentHref([...items, { href: "/x", label: "X", current: true }], "/northwind")).toBe("/x");
});
