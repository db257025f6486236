import Link from "next/link";
import { DocumentPill } from "@/components/preparation/document-pill";
import { OverduePill } from "@/components/ui/overdue-pill";
import { Table } from "@/components/ui/table";
import { type Day, formatDay } from "@/lib/day";
import { isReviewOverdue } from "@/lib/preparation/register";
import type { MandatoryDocument } from "@/lib/standards/documents";
import type { RegisteredDocument } from "@/lib/store/documents";

/** The register: each document with its version, its state, who is responsible and what it is used for. */
export function DocumentTable({
  documents,
  wanted,
  today,
  hrefOf,
}: {
  documents: RegisteredDocument[];
  wanted: readonly MandatoryDocument[];
  today: Day;
  hrefOf: (document: RegisteredDocument) => string;
}) {
  return (
    <Table
      caption="Register of documents"
      rows={documents}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "title",
          label: "Document",
          isRowHeader: true,
          cell: (document) => (
            <Link href={hrefOf(document)} prefetch={false}>
              {document.title}
            </Link>
          ),
        },
        { key: "version", label: "Version", cell: ({ versionLabel }) => versionLabel },
        {
          key: "state",
          label: "State",
          isOneLine: true,
          cell: ({ state }) => <DocumentPill state={state} />,
        },
        { key: "owner", label: "Owner", cell: ({ owner }) => owner ?? "Nobody yet" },
        {
          key: "approved",
          label: "Approved",
          cell: ({ approvedOn, approver }) =>
            approvedOn ? `${formatDay(approvedOn)} by ${approver ?? "somebody who has left"}` : "Not yet",
        },
        {
          key: "review",
          label: "Review due",
          cell: ({ reviewDueOn }) =>
            reviewDueOn ? (
              <span className="inline-flex flex-wrap items-center gap-1.5">
                {formatDay(reviewDueOn)}
                {isReviewOverdue(reviewDueOn, today) && <OverduePill dueOn={reviewDueOn} today={today} />}
              </span>
            ) : (
              "Not stated"
            ),
        },
        { key: "used", label: "Used for", cell: (document) => tellUse(document, wanted) },
      ]}
    />
  );
}

/** The clauses that a document answers: "4.3, 5.2". */
export function tellUse(
  { answers, clause }: Pick<RegisteredDocument, "answers" | "clause">,
  wanted: readonly MandatoryDocument[],
): string {
  const clauses = wanted.filter(({ id }) => answers.includes(id)).map((one) => one.clause);
  return [...clauses, ...(clause ? [clause] : [])].join(", ") || "Nothing named";
}
