import { type Day, formatDay } from "../day";
import { gradeOf } from "../lifecycle/finding-words";
import { requirementInWords } from "../standards/requirements";
import type { ListedCorrections } from "../store/corrective-actions";
import {
  blocksOfFinding,
  blocksOfPlan,
  blocksOfVerification,
  type Correction,
  isInPreparation,
} from "./corrections-blocks";
import { markOfGrade, markOfState } from "./marks";
import { type Block, type Paper, type PlainBlock, type Section, tableOf } from "./paper";
import { nameOfStandard } from "./report-facts";

/** Nonconformities, one or all of the register, with the answer to each and how it was verified, as they stand today. */
export function paperOfNonconformities(listed: ListedCorrections, today: Day): Paper {
  const { corrections } = listed;
  const [only] = corrections.length === 1 ? corrections : [];
  return {
    ...headOf(listed, today),
    title: only ? `Nonconformity ${only.number}` : "Nonconformities",
    issuer: listed.bodyName ?? "Certification body",
    sections: [
      ...(only ? [] : [sectionOfRegister(listed)]),
      {
        title: only ? "Finding, answer and verification" : "Findings, answers and verification",
        blocks: corrections.map((one) =>
          entryOf(listed, one, [
            ...blocksOfFinding(one),
            ...blocksOfPlan(one),
            ...blocksOfVerification(one, listed.record),
          ]),
        ),
      },
    ],
  };
}

/** What the client does about one nonconformity or about all, as it stands today (CAP-1, CAP-4). */
export function paperOfPlans(listed: ListedCorrections, today: Day): Paper {
  const { corrections } = listed;
  const [only] = corrections.length === 1 ? corrections : [];
  const head = headOf(listed, today);
  const isDraft = corrections.some(isInPreparation);
  return {
    ...head,
    title: only ? `Corrective action plan for ${only.number}` : "Corrective action plan",
    issuer: listed.clientName,
    isDraft,
    standing: isDraft ? `${head.standing}; what is in preparation is the client's alone` : head.standing,
    sections: [
      ...(only ? [] : [sectionOfRegister(listed)]),
      {
        title: "Corrections and corrective actions",
        blocks: corrections.map((one) =>
          entryOf(listed, one, [
            { kind: "text", title: "Statement", text: one.statement },
            ...blocksOfPlan(one),
          ]),
        ),
      },
    ],
  };
}

function headOf({ record, clientName }: ListedCorrections, day: Day) {
  return {
    subject: `${clientName}, ${nameOfStandard(record.standardId)}`,
    standing: `As the record stands on ${formatDay(day)}`,
    isDraft: false,
    sha256: null,
    day,
  };
}

function sectionOfRegister({ record, corrections }: ListedCorrections): Section {
  const count = (grade: "major" | "minor") =>
    corrections.filter(({ finding }) => finding.grade === grade).length;
  const table = tableOf("Nonconformities", corrections, [
    { label: "No.", share: 2, isOneLine: true, isRowHeader: true, cell: ({ number }) => number },
    { label: "Grade", share: 2, cell: ({ finding }) => markOfGrade(gradeOf(finding)) },
    { label: "State", share: 3.2, cell: ({ finding }) => markOfState(finding.state) },
    {
      label: "Requirement",
      share: 6,
      cell: ({ requirementRef, subRef }) => requirementInWords(record.standardId, requirementRef, subRef),
    },
    { label: "Plan due", share: 2, isOneLine: true, cell: ({ finding }) => dayOf(finding.planDueOn) },
    { label: "Closure due", share: 2, isOneLine: true, cell: ({ finding }) => dayOf(finding.closureDueOn) },
  ]);
  if (corrections.length === 0)
    return { title: "Register", blocks: [{ kind: "paragraph", text: "No nonconformity was raised." }] };
  const counted = `${count("major")} major, ${count("minor")} minor.`;
  return { title: "Register", blocks: [{ kind: "paragraph", text: counted, look: "strong" }, table] };
}

const dayOf = (day: Day | null) => (day ? formatDay(day) : "–");

function entryOf(
  { record }: ListedCorrections,
  { number, finding, requirementRef, subRef }: Correction,
  blocks: PlainBlock[],
): Block {
  const title = requirementInWords(record.standardId, requirementRef, subRef);
  return {
    kind: "entry",
    number,
    title,
    marks: [markOfGrade(gradeOf(finding)), markOfState(finding.state)],
    blocks,
  };
}
