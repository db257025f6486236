"use client";

import { useRouter } from "next/navigation";
import type { MouseEvent } from "react";
import { FindingStatePill, GradePill } from "@/components/finding/finding-pills";
import type { RegisterHead, RegisterLine } from "@/components/finding/register-lines";
import { Pill } from "@/components/ui/pill";

// A region that scrolls must be reachable by keyboard, so it takes the focus although it does nothing.
const scrollRegion = { tabIndex: 0 };

/**
 * The rows of the register. A client part, although it holds no state: a server part of fifty rows is sent twice, as HTML
 * and as elements, and costs several times as much to answer. Here only the lines travel beside the HTML.
 */
export function RegisterTable({ heads, lines }: { heads: RegisterHead[]; lines: RegisterLine[] }) {
  const router = useRouter();

  /** One handler for all links: a plain click changes the page without loading the frame anew. */
  function follow(event: MouseEvent<HTMLElement>) {
    const link = (event.target as Element).closest("a");
    const isPlain =
      event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    if (!link || !isPlain || event.defaultPrevented) return;
    event.preventDefault();
    router.push(link.pathname + link.search);
  }

  return (
    <section
      className="scroll-region overflow-x-auto"
      aria-label="Findings, table"
      onClickCapture={follow}
      {...scrollRegion}
    >
      <table className="data-table">
        <caption className="sr-only">Findings</caption>
        <thead>
          <tr>
            {heads.map((head) => (
              <th
                key={head.label}
                scope="col"
                aria-sort={head.now}
                className={head.isNumber ? "is-number" : undefined}
              >
                {head.href ? (
                  <a href={head.href} className="text-muted no-underline hover:underline">
                    {head.label}
                    {head.now && <span aria-hidden="true">{head.now === "ascending" ? " ↑" : " ↓"}</span>}
                  </a>
                ) : (
                  head.label
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.number} data-row>
              <th scope="row" data-label="No." className="whitespace-nowrap">
                <a href={line.href}>{line.number}</a>
              </th>
              <td data-label="Grade">
                <GradePill grade={line.grade} />
              </td>
              <td data-label="Statement">
                <p className="line-clamp-2 sm:min-w-56">{line.statement}</p>
              </td>
              <td data-label="Requirement">{line.requirement}</td>
              <td data-label="Audit" className="whitespace-nowrap">
                {line.audit}
              </td>
              <td data-label="State" className="whitespace-nowrap">
                <FindingStatePill state={line.state} />
              </td>
              <td data-label="Plan due" className="whitespace-nowrap">
                <Due text={line.planDue} late={line.isLate && line.state === "open"} />
              </td>
              <td data-label="Closure due" className="whitespace-nowrap">
                <Due text={line.closureDue} late={line.isLate && line.state !== "open"} />
              </td>
              <td data-label="Age" className="is-number">
                {line.age}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Due({ text, late }: { text: string; late: boolean }) {
  return late ? <Pill kind="overdue">{text}</Pill> : text;
}
