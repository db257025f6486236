import "server-only";
import type { Actor } from "../actor";
import { dayToDate } from "../day";
import { Rejected } from "../outcome";
import { readinessItems } from "../standards/readiness";
import type { Submission } from "./act";
import { type AuditAct, type AuditActing, actOnAudit, auditKeys } from "./audit-acts";
import { allow, move } from "./move";
import { newId } from "./new-id";

export type Verdict = "seen" | "partly" | "missing";

export interface NotedItem {
  key: string;
  verdict: Verdict;
  note: string | null;
}

export interface SetReadiness extends AuditAct {
  items: readonly NotedItem[];
}

/** Notes what was seen of the documents of Stage 1; only what differs from the notes so far is written (IS-3, ST1-1). */
export async function setReadiness(actor: Actor, input: SetReadiness, submission: Submission): Promise<null> {
  return await actOnAudit(actor, input, submission, async (acting) => {
    const { act, audit, facts, subject } = acting;
    const changed = await listChanged(acting, input.items);
    const first = changed[0];
    if (!first) throw new Rejected({ items: "Nothing was changed. Note at least one document." });
    const titles = new Map(
      readinessItems(act.project.record.standardId).map(({ key, title }) => [key, title]),
    );
    let version = subject.version;
    for (const verdict of ["seen", "partly", "missing"] as const) {
      const noted = changed.filter((item) => item.verdict === verdict);
      const asked = noted[0];
      if (!asked) continue;
      const allowed = allow("audit", "setReadiness", audit.state, facts, {
        itemId: asked.key,
        verdict,
        note: asked.note ?? "",
      });
      const document = noted.map(({ key }) => titles.get(key) ?? key).join(", ");
      await move(act, { ...subject, version }, allowed, {}, { document, verdict }, { audience: "own" });
      version += 1;
    }
    await writeItems(acting, changed);
    return null;
  });
}

async function listChanged({ act, audit }: AuditActing, items: readonly NotedItem[]): Promise<NotedItem[]> {
  const known = new Set(readinessItems(act.project.record.standardId).map(({ key }) => key));
  const kept = await act.tx.readinessItem.findMany({ where: { auditId: audit.id } });
  return items.filter((item) => {
    const before = kept.find(({ key }) => key === item.key);
    return known.has(item.key) && (before?.verdict !== item.verdict || (before.note ?? null) !== item.note);
  });
}

async function writeItems(acting: AuditActing, items: readonly NotedItem[]): Promise<void> {
  const { auditId, caseId, projectId, clientId, bodyId } = auditKeys(acting);
  await acting.act.tx.$executeRaw`
    INSERT INTO readiness_item (audit_id, case_id, project_id, client_id, body_id, key, verdict, note)
    SELECT ${auditId}::uuid, ${caseId}::uuid, ${projectId}::uuid, ${clientId}::uuid, ${bodyId}::uuid, key, verdict, note
    FROM unnest(${items.map(({ key }) => key)}::text[], ${items.map(({ verdict }) => verdict)}::text[],
      ${items.map(({ note }) => note)}::text[]) AS noted (key, verdict, note)
    ON CONFLICT (audit_id, key) DO UPDATE SET verdict = excluded.verdict, note = excluded.note`;
}

export interface AddInterview extends AuditAct {
  who: string;
  topic: string;
  note: string | null;
}

/** Notes an interview of the audit (ST1-1). */
export async function addInterview(actor: Actor, input: AddInterview, submission: Submission): Promise<null> {
  return await actOnAudit(actor, input, submission, async (acting) => {
    const { act, audit, facts, subject, name } = acting;
    const { who, topic, note } = input;
    const allowed = allow("audit", "addInterview", audit.state, facts, { person: who, topic });
    await move(act, subject, allowed, {}, { audit: name, person: who }, { audience: "own" });
    const held = { heldOn: dayToDate(act.moment.on), who, topic, note };
    await act.tx.interview.create({ data: { id: newId(), ...auditKeys(acting), ...held } });
    return null;
  });
}
