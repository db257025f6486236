import type { FindingRecord, ProjectRecord } from "@/lib/lifecycle/record";
import { loadRecords } from "@/lib/store/record";
import { rows } from "./rows";
import { actionKey, type RunIds } from "./runs-ids";
import type { Laid } from "./runs-lay";

/** The record as the store has it now, in the model's ids; rows that an act has just made get the ids of the model's new records. */
export async function readRecord({ projectId, ids }: Laid, model: ProjectRecord): Promise<ProjectRecord> {
  const loaded = (await loadRecords(rows(), [projectId])).get(projectId);
  if (!loaded) throw new Error("The project is gone.");
  adoptAll(ids, loaded.record, model);
  return inModelIds(ids, loaded.record);
}

/**
 * Ties the rows nobody knows yet to the records of the model that have no row, both in their order. A draft that was
 * deleted has none any more, and the model may have given its id again.
 */
function adopt(ids: RunIds, rowIds: readonly string[], modelIds: readonly string[]): void {
  const unknown = rowIds.filter((id) => !ids.knows(id));
  const waiting = modelIds.filter((id) => !rowIds.includes(ids.find(id)));
  for (const [index, row] of unknown.entries()) {
    const model = waiting[index];
    if (model !== undefined) ids.tie(model, row);
  }
}

const idsOf = (list: readonly { id: string }[]) => list.map(({ id }) => id);

function adoptAll(ids: RunIds, store: ProjectRecord, model: ProjectRecord): void {
  for (const key of ["audits", "decisions", "certificates"] as const)
    adopt(ids, idsOf(store[key]), idsOf(model[key]));
  adopt(ids, idsOf(store.findings), idsOf(keptFindings(model)));
  adopt(ids, idsOf(store.sourcing.proposals), idsOf(model.sourcing.proposals));
  adopt(ids, caseIds(store), caseIds(model));
  for (const key of ["concerns", "objections"] as const) {
    const all = (record: ProjectRecord) => record.audits.flatMap((audit) => idsOf(audit[key]));
    adopt(ids, all(store), all(model));
  }
  for (const { id, plan } of model.findings) {
    const kept = store.findings.find((finding) => finding.id === ids.row(id))?.plan?.actions ?? [];
    const wanted = plan?.actions.map((action) => actionKey(id, action.id)) ?? [];
    adopt(ids, idsOf(kept), wanted);
  }
}

const caseIds = ({ certificationCase }: ProjectRecord) => (certificationCase ? [certificationCase.id] : []);

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The same value with every row id in it as the model's id. */
function inModelIds<T>(ids: RunIds, value: T): T {
  if (typeof value === "string") return (UUID.test(value) ? ids.model(value).split("/").at(-1) : value) as T;
  if (Array.isArray(value)) return value.map((one) => inModelIds(ids, one)) as T;
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, inModelIds(ids, one)])) as T;
}

/** What only the store keeps: versions, the audit's number of its kind, days that no rule of the model reads. */
const notCompared = new Set(["version", "no", "closedOn", "submittedOn"]);
/** Lists whose order says nothing. */
const unordered = new Set([
  ...["clientPersonIds", "siteIds", "ties", "team", "concerns", "objections", "internalAudits"],
  ...["managementReviews", "proposals", "invitedBodyIds"],
]);

/** Every place at which the two records differ, with both values; empty when they agree. */
export function listDifferences(model: ProjectRecord, store: ProjectRecord): string[] {
  return differ("", { ...model, findings: keptFindings(model) }, store);
}

/** The findings of a record that have a row: a draft that was deleted has none. */
export function keptFindings({ findings }: ProjectRecord): FindingRecord[] {
  return findings.filter(({ state, number }) => state !== "void" || number !== null);
}

function differ(path: string, model: unknown, store: unknown): string[] {
  if (Array.isArray(model) && Array.isArray(store)) {
    if (model.length !== store.length)
      return [`${path}: ${tell(model)} in the model, ${tell(store)} in the store`];
    const key = path.split(".").at(-1) ?? "";
    const [a, b] = unordered.has(key) ? [model.toSorted(byText), store.toSorted(byText)] : [model, store];
    return a.flatMap((one, index) => differ(`${path}[${index}]`, one, b[index]));
  }
  if (isObject(model) && isObject(store)) {
    const keys = [...new Set([...Object.keys(model), ...Object.keys(store)])].filter(
      (key) => !notCompared.has(key),
    );
    return keys.flatMap((key) => differ(`${path}.${key}`, model[key], store[key]));
  }
  return Object.is(model, store) ? [] : [`${path}: ${tell(model)} in the model, ${tell(store)} in the store`];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** In the same order whatever the keys' order: ids first, for what has one. */
function byText(a: unknown, b: unknown): number {
  return sortKey(a) < sortKey(b) ? -1 : 1;
}

function sortKey(value: unknown): string {
  if (!isObject(value)) return String(value);
  return Object.keys(value)
    .toSorted()
    .map((key) => `${key}=${String(value[key])}`)
    .join();
}

const tell = (value: unknown) => JSON.stringify(value) ?? "nothing";
