import type { ReactNode } from "react";
import { SummaryList } from "@/components/ui/summary-list";
import { type DutyKey, duties } from "@/lib/lifecycle/duties";
import { type LetterSection, letterSectionNames } from "@/lib/selection/letter-draft";
import type { Agreement, Letter } from "@/lib/store/agreement";

const sections: readonly LetterSection[] = [
  "standardText",
  "daysText",
  "datesText",
  "feesText",
  "confidentiality",
  "terms",
];

/** What a version of the letter says; of a letter in a file the key facts, and where the rest stands. */
export function LetterText({
  agreement,
  letter,
  fileHref,
}: {
  agreement: Agreement;
  letter: Letter;
  fileHref: (file: string) => string;
}) {
  const { sites, client, body } = agreement;
  const { file } = letter;
  const text = (words: string | null) => words && <span className="prose-plain">{words}</span>;
  const named = sites.filter(({ id }) => letter.siteIds.includes(id));
  return (
    <SummaryList
      items={[
        { term: "Client", value: client.legalName },
        { term: "Certification body", value: body?.legalName },
        ...(letter.reason ? [{ term: "Why it amends", value: text(letter.reason) }] : []),
        ...(file
          ? [
              {
                term: "File of the letter",
                value: (
                  <>
                    <a href={fileHref(file.id)} className="text-link underline underline-offset-3">
                      {file.name}
                    </a>
                    <span className="block break-all text-compact text-muted">SHA-256 {file.sha256}</span>
                  </>
                ),
              },
            ]
          : []),
        { term: "Scope", value: text(letter.scope) },
        ...(letter.scopeNo === null
          ? []
          : [{ term: "Stands on", value: `Version ${letter.scopeNo} of the scope profile` }]),
        {
          term: "Sites",
          value: listOf(named.map(({ id, name, address }) => ({ key: id, text: `${name}, ${address}` }))),
        },
        ...sections
          .filter((section) => file === null || letter[section] !== null)
          .map((section) => ({ term: letterSectionNames[section], value: text(letter[section]) })),
        {
          term: "Duties of the client",
          value: listOf(
            letter.duties.map((key) => {
              const { name, says, rule, clause } = duties[key as DutyKey];
              return { key, text: name, more: `${says} ${rule}, ${clause}` };
            }),
          ),
        },
      ]}
    />
  );
}

function listOf(lines: { key: string; text: string; more?: string }[]): ReactNode {
  if (lines.length === 0) return null;
  return (
    <ul className="space-y-1">
      {lines.map(({ key, text, more }) => (
        <li key={key}>
          {text}
          {more && <span className="block text-compact text-muted">{more}</span>}
        </li>
      ))}
    </ul>
  );
}
