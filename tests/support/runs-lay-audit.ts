import type { AuditRecord } from "@/lib/lifecycle/record";
import { readinessItems } from "@/lib/standards/readiness";
import { newId } from "@/lib/store/new-id";
import { people } from "./people";
import { rows } from "./rows";
import { drafterOf, given, type Laying, on, REASON, some } from "./runs-laying";
import { START } from "./story";

/** The audits of a record with everything below them. */
export function auditRows(laying: Laying) {
  const { record, row, inCase } = laying;
  const all = record.audits.map((audit, index) => ({
    ...auditRow(laying, audit),
    no: numberOf(record.audits, index),
  }));
  const below = record.audits.map((audit) => ({ audit, keys: { ...inCase, auditId: row(audit.id) } }));
  const members = below.flatMap(({ audit, keys }) =>
    audit.team.map(({ personId, role }) => ({ ...keys, personId: row(personId), role })),
  );
  const sessions = below.flatMap(({ audit, keys }) =>
    Array.from({ length: audit.sessions }, () => ({
      ...{ ...keys, id: newId(), heldOn: given(audit.startsOn), startsAt: "09:00", endsAt: "10:00" },
      topic: "Leadership",
    })),
  );
  const items = below.flatMap(({ audit, keys }) =>
    readinessItems(record.standardId)
      .slice(0, audit.readiness.looked)
      .map(({ key }, at) => ({ ...keys, key, verdict: at < audit.readiness.missing ? "missing" : "seen" })),
  );
  return [
    ...some(all, (data) => rows().audit.createMany({ data })),
    ...some(members, (data) => rows().teamMember.createMany({ data })),
    ...some(sessions, (data) => rows().planSession.createMany({ data })),
    ...some(items, (data) => rows().readinessItem.createMany({ data })),
    ...some(
      below.flatMap(({ audit, keys }) => objectionRows(laying, audit, keys)),
      (data) => rows().objection.createMany({ data }),
    ),
    ...some(
      below.flatMap(({ audit, keys }) => concernRows(laying, audit, keys)),
      (data) => rows().concern.createMany({ data }),
    ),
    ...some(counters(laying), (data) => rows().counter.createMany({ data })),
  ];
}

/** The first, the second of its kind. */
function numberOf(audits: readonly AuditRecord[], index: number): number {
  return audits.slice(0, index + 1).filter(({ kind }) => kind === audits[index]?.kind).length;
}

function auditRow({ record, row, inCase }: Laying, audit: AuditRecord) {
  const isOff = audit.state === "cancelled" || audit.state === "terminated";
  const { startsOn, endsOn, requiredCentidays, plannedCentidays, conclusion, recommendation } = audit;
  return {
    ...{ ...inCase, id: row(audit.id), kind: audit.kind, state: audit.state },
    ...{ startsOn: on(startsOn), endsOn: on(endsOn), requiredCentidays, plannedCentidays },
    ...{ conclusion, recommendation, endedReason: isOff ? REASON : null },
    ...{ teamProposedOn: on(audit.teamProposedOn), objectionWaivedOn: on(audit.objectionWaivedOn) },
    ...{ planSentOn: on(audit.planSentOn), planConfirmedOn: on(audit.planConfirmedOn) },
    ...{ openingHeldOn: on(audit.openingHeldOn), openingAttendance: audit.openingHeldOn && "Tom Berg" },
    ...{ closingHeldOn: on(audit.closingHeldOn), closingAttendance: audit.closingHeldOn && "Tom Berg" },
    reportIssuedOn: on(audit.reportIssuedOn),
    createdAt: new Date(START.getTime() + record.audits.indexOf(audit)),
  };
}

type Keys = Laying["inCase"] & { auditId: string };

function objectionRows({ row }: Laying, { objections, teamProposedOn }: AuditRecord, keys: Keys) {
  return objections.map(({ id, answered, upheld }) => ({
    ...{
      ...keys,
      id: row(id),
      ground: REASON,
      raisedById: row(people.manager),
      raisedOn: given(teamProposedOn),
    },
    ...(answered && {
      answer: REASON,
      upheld,
      answeredById: row(people.planner),
      answeredOn: given(teamProposedOn),
    }),
  }));
}

function concernRows(laying: Laying, { concerns, startsOn }: AuditRecord, keys: Keys) {
  const { row } = laying;
  return concerns.map(({ id, blocking, state }) => ({
    ...{ ...keys, id: row(id), blocking, state, requirementRef: "6.1.2", statement: REASON },
    ...{ draftedByOrganisationId: drafterOf(laying), number: state === "draft" ? null : `S1-${id}` },
    ...((state === "answered" || state === "accepted") && {
      ...{ answer: REASON, answeredById: row(people.manager), answeredOn: given(startsOn) },
    }),
    ...(state === "accepted" && { acceptedById: row(people.lead), acceptedOn: given(startsOn) }),
  }));
}

/** The next number of each series, where the record has given some already. */
function counters({ record, own }: Laying) {
  return ["NC", "OFI", "C"].flatMap((kind) => {
    const given = record.findings.filter(({ number }) => number?.startsWith(`${kind}-`)).length;
    return given === 0 ? [] : [{ projectId: own.projectId, kind, next: given + 1 }];
  });
}
