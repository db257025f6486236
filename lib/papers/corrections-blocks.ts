import { formatDay, formatInstant } from "../day";
import { causeMethodNames } from "../five-whys";
import { tellEvent } from "../lifecycle/event";
import { auditTitles } from "../lifecycle/naming";
import type { ProjectRecord } from "../lifecycle/record";
import { methodNames, nameCarryTarget } from "../lifecycle/verification-words";
import type { ListedCorrections } from "../store/corrective-actions";
import { limitsInWords } from "./finding-limits";
import { type PlainBlock, tableOf } from "./paper";

export type Correction = ListedCorrections["corrections"][number];

const textOf = (title: string, text: string | null): PlainBlock => ({ kind: "text", title, text });

/** What was found, where and by whom (NC-3). */
export function blocksOfFinding(one: Correction): PlainBlock[] {
  const { audit, finding, issuedBy, statement, objectiveEvidence, site, process, endedReason } = one;
  const issued = [finding.issuedOn && `on ${formatDay(finding.issuedOn)}`, issuedBy && `by ${issuedBy}`];
  const place = [site, process].filter(Boolean).join(", ");
  return [
    textOf("Audit", auditTitles[audit.kind]),
    textOf("Issued", issued.filter(Boolean).join(" ")),
    textOf("Statement", statement),
    textOf("Objective evidence", objectiveEvidence),
    ...(place ? [textOf("Place", place)] : []),
    textOf("Limits", limitsInWords(finding)),
    ...(endedReason ? [textOf("Ended because", endedReason)] : []),
  ];
}

/** Whether the plan is still the client's own: written, and not submitted or returned. */
export const isInPreparation = ({ finding, plan }: Correction) => finding.state === "open" && plan !== null;

/** What the client does about it, word for word; the body reads a plan once it was submitted. */
export function blocksOfPlan(one: Correction): PlainBlock[] {
  const { plan, actions, submissions, number, clientName } = one;
  if (!plan) {
    const nothing =
      submissions.length > 0 ? "is working on the plan that was returned" : "has not submitted a plan yet";
    return [textOf("Plan", `${clientName} ${nothing}.`)];
  }
  const [last] = submissions;
  const submitted = last ? `${number}-${last.no}, submitted by ${last.by}` : "Not submitted yet";
  return [
    textOf("Plan", isInPreparation(one) ? "In preparation: not seen by the certification body" : submitted),
    textOf("Correction", plan.correction),
    textOf("How far the problem reaches", plan.extent),
    textOf(`Root cause (${causeMethodNames[plan.causeMethod].toLowerCase()})`, plan.cause),
    textOf("How the client will know that it worked", plan.effectivenessCheck),
    ...(actions.length > 0 ? [tableOfActions(actions)] : [textOf("Corrective actions", null)]),
  ];
}

function tableOfActions(actions: Correction["actions"]): PlainBlock {
  return tableOf("Corrective actions", actions, [
    { label: "No.", share: 1, isOneLine: true, cell: ({ no }) => String(no) },
    { label: "Corrective action", share: 6, isRowHeader: true, cell: ({ what }) => what },
    { label: "Owner", share: 2.5, cell: ({ owner }) => owner ?? "–" },
    { label: "Due", share: 2, isOneLine: true, cell: ({ dueOn }) => (dueOn ? formatDay(dueOn) : "–") },
    { label: "Proof expected", share: 4, cell: ({ proof }) => proof ?? "–" },
    { label: "Done", share: 2, isOneLine: true, cell: ({ doneOn }) => (doneOn ? formatDay(doneOn) : "–") },
  ]);
}

/** What proves it, what was asked and answered, and how it ended (CAP-2, CAP-3). */
export function blocksOfVerification(one: Correction, record: ProjectRecord): PlainBlock[] {
  const { verifiedOn, verifiedBy, verificationMethod, effectiveness, closedOn, carriedTo } = one;
  const blocks: PlainBlock[] = [];
  if (verificationMethod) blocks.push(textOf("Verified by means of", methodNames[verificationMethod]));
  if (verifiedOn) blocks.push(textOf("Verified", `on ${formatDay(verifiedOn)} by ${verifiedBy}`));
  if (effectiveness) blocks.push(textOf("What shows that it works", effectiveness));
  if (closedOn) blocks.push(textOf("Closed", `on ${formatDay(closedOn)}`));
  if (carriedTo) blocks.push(textOf("Verified at", nameCarryTarget(record, carriedTo)));
  return [...blocks, ...tablesOfProof(one, record.timeZone)];
}

function tablesOfProof({ evidence, actions, rounds }: Correction, zone: string): PlainBlock[] {
  const numbers = new Map(actions.map(({ id, no }) => [id, `Action ${no}`]));
  const files = tableOf("Files of evidence", evidence, [
    { label: "File of evidence", share: 5, isRowHeader: true, cell: ({ name }) => name },
    {
      label: "Proves",
      share: 2,
      cell: ({ actionId }) => (actionId && numbers.get(actionId)) || "The finding",
    },
    { label: "Note", share: 4, cell: ({ note }) => note ?? "–" },
    { label: "Added", share: 4, cell: ({ at, by }) => `${formatInstant(new Date(at), zone)} by ${by}` },
  ]);
  const acts = tableOf("What happened", rounds.toReversed(), [
    { label: "When", share: 3.2, isOneLine: true, cell: ({ at }) => formatInstant(new Date(at), zone) },
    { label: "Who", share: 3.5, cell: ({ by, organisation }) => `${by}, ${organisation}` },
    { label: "What happened", share: 8, cell: saysRound },
  ]);
  return [...(evidence.length > 0 ? [files] : []), ...(rounds.length > 0 ? [acts] : [])];
}

function saysRound({ kind, data, reason }: Correction["rounds"][number]): string {
  const sentence = tellEvent({ kind, data });
  const told = `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}`;
  return reason && !told.includes(reason) ? `${told}\n${reason}` : told;
}
