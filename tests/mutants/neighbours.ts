import { readFileSync } from "node:fs";
import pg from "pg";
import { dutyKeys } from "@/lib/lifecycle/duties";
import { newId } from "@/lib/store/new-id";
import type { MarkedStage } from "../matrix/marked";
import { rows } from "../support/rows";
import { layRunningStage2 } from "../support/running-stage2";

const SQL = readFileSync(`${import.meta.dirname}/neighbours.sql`, "utf8");

/** How acts and pages are asked once more: under other ids, with a form or an address that says more. */
export interface FurtherTry {
  ids?: Readonly<Record<string, string>>;
  /** The acts and pages that are asked so, by their names in the tables of tests/matrix; without it none. */
  acts?: RegExp;
  pages?: RegExp;
  /** What the form says besides. */
  form?: Readonly<Record<string, string | File>>;
  /** What stands behind the question mark of the address. */
  search?: Readonly<Record<string, string>>;
}

/** The marked stage with what is somebody else's beside it. */
export interface Neighbourhood extends Omit<MarkedStage, "further" | "furtherActs"> {
  furtherTries: readonly FurtherTry[];
  /** Ids under which the reading functions of the store are asked once more. */
  readerIds: readonly Record<string, string>[];
}

const EVERY = /./;
const everyDuty = Object.fromEntries(dutyKeys.map((duty, index) => [`duties.${index}`, duty]));

/** Lays what is somebody else's beside the marked stage, and says under which ids and how it is asked for. */
export async function layNeighbours(ownerUrl: string, stage: MarkedStage): Promise<Neighbourhood> {
  const { people, ids } = stage;
  const alone = await layRunningStage2({
    connected: false,
    parties: { client: people },
  });
  const named: Record<string, string> = {
    ...Object.fromEntries(Object.entries(people).map(([name, { personId }]) => [name, personId])),
    ...(await idsOfMarked(stage)),
    client: people.manager.organisationId,
    body: people.planner.organisationId,
    competitor: people.asked.organisationId,
    stranger: people.otherClient.organisationId,
    alone: alone.projectId,
    project: ids.project ?? "",
    aloneCase: alone.caseId,
    aloneAudit: alone.stage2Id,
    aloneBody: alone.body.admin.organisationId,
    aloneLead: alone.body.auditor.personId,
  };
  const idOf = (name: string) => (named[name] ??= newId());
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  const sql = SQL.replace(/#([a-zA-Z]\w*)/g, (_, name) => idOf(name));
  // As in marked.ts: no act of the product writes these.
  await owner.query(`SET session_replication_role = replica;\n${sql}`);
  await owner.end();
  const pending = { project: idOf("pending"), audit: idOf("pendingAudit") };
  const { further, furtherActs, ...laid } = stage;
  const beside: FurtherTry[] = [
    {
      ids: { body: idOf("strangersBody"), site: idOf("strangersSite") },
      acts: /^bodies\/|^profile\/|^projects\/new\/|\/enterProposal$/,
      pages: EVERY,
    },
    {
      ids: { project: idOf("sourced"), body: idOf("strangersBody"), site: idOf("strangersSite") },
      acts: /\/selection\/|^requests\//,
      pages: EVERY,
    },
    { ids: { body: idOf("keptBody") }, acts: /^bodies\//, pages: EVERY },
    { ids: { ...pending, finding: idOf("planned") }, acts: /\/verification\//, pages: EVERY },
    { ids: { ...pending, finding: idOf("proven") }, acts: /\/verification\//, pages: EVERY },
    {
      ids: { project: idOf("preparing"), file: idOf("preparingFile") },
      acts: /\/preparation\//,
      pages: EVERY,
      form: { heldOn: "2026-11-02" },
    },
    {
      ids: {
        ...{ project: idOf("alone"), audit: idOf("aloneAudit") },
        ...{ finding: idOf("aloneDraft"), file: idOf("aloneFile") },
      },
      acts: /\/log\/|\/hold/,
      pages: EVERY,
      form: recordedBy(idOf("aloneFile")),
    },
    { search: { before: ids.message ?? "" }, acts: /^messages\//, pages: /^messages$/ },
    { search: { before: idOf("strangers") }, pages: /^projects$/ },
    { search: { check: "0" }, pages: /\/trail$/ },
    {
      ids: {
        person: stage.people.auditor.personId,
        ...{ competence: idOf("rivalCompetence"), tie: idOf("rivalTie") },
      },
      acts: /^people\/\[person\]\//,
      form: { endedOn: "2026-11-02" },
    },
    {
      ids: { person: stage.people.auditor.personId, tie: idOf("clientTie") },
      acts: /^people\/\[person\]\//,
      form: { endedOn: "2026-11-02" },
    },
    { ids: { bodyNote: idOf("strangersNote") }, acts: /removeBodyNote/ },
    {
      ids: { project: idOf("sourced"), file: idOf("sourcedFile") },
      acts: /(enterProposal|sendProposal|attachToRequest)$/,
    },
    { ids: { file: idOf("rivalFile") }, acts: /amendLetter$/, form: { form: "file", ...everyDuty } },
    { ids: { project: idOf("first"), audit: idOf("firstAudit") }, acts: /issueReport$/ },
    { ids: { project: idOf("notReady"), audit: idOf("notReadyAudit") }, acts: /sendBack$/ },
    { ids: { project: idOf("refused") }, acts: /upholdAppeal$/ },
    { acts: /proveAction$/, form: { done: "yes" } },
    { ids: { ...pending, finding: idOf("planned") }, acts: /proveAction$/ },
    { ids: { ...pending, task: idOf("pendingTask") }, acts: /completeTask$/, form: { doneOn: "2026-11-02" } },
    { ids: { task: idOf("othersTask") }, acts: /completeTask$/, form: { doneOn: "2026-11-02" } },
    { ids: pending, acts: /\/(grantCertification|refuseCertification|askForMore)$/ },
    {
      acts: /importRegister$/,
      form: { intent: "import", register: new File(["Name\nBody of a stranger"], "register.csv") },
    },
  ];
  return {
    ...laid,
    readerIds: [
      { project: idOf("sourced"), body: idOf("competitor") },
      { project: idOf("alone"), file: idOf("aloneFile") },
    ],
    furtherTries: [
      ...furtherActs.map((one) => ({ ids: one, acts: EVERY })),
      ...further.map((one) => ({ ids: one, pages: EVERY })),
      ...beside,
    ],
  };
}

/** What a form says besides when it records an act of a body that is not on CertTrail. */
function recordedBy(proof: string): Record<string, string> {
  return { recordedOn: "2027-03-09", recordedBy: "Lena Vogt", recordedProof: proof };
}

/** Ids that marked.sql has given to what it laid. */
async function idsOfMarked({ people }: MarkedStage): Promise<Record<string, string>> {
  const clientId = people.manager.organisationId;
  const [sourced, pendingAudit, rivalFile] = await Promise.all([
    rows().project.findFirstOrThrow({ where: { clientId, state: "rfp_open" } }),
    rows().audit.findFirstOrThrow({
      where: { clientId, certificationCase: { state: "review_pending" } },
    }),
    rows().storedFile.findFirstOrThrow({ where: { organisationId: people.asked.organisationId } }),
  ]);
  return {
    rivalFile: rivalFile.id,
    sourced: sourced.id,
    pending: pendingAudit.projectId,
    pendingCase: pendingAudit.caseId,
    pendingAudit: pendingAudit.id,
  };
}
