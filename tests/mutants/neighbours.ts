import { readFileSync } from "node:fs";
import pg from "pg";
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
  form?: Readonly<Record<string, string>>;
  /** What stands behind the question mark of the address. */
  search?: Readonly<Record<string, string>>;
}

/** The marked stage with what is somebody else's beside it. */
export interface Neighbourhood extends Omit<MarkedStage, "further" | "furtherActs"> {
  furtherTries: readonly FurtherTry[];
}

const EVERY = /./;

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
    },
    {
      ids: { project: idOf("sourced"), body: idOf("strangersBody"), site: idOf("strangersSite") },
      acts: /\/selection\/|^requests\//,
    },
    { ids: { body: idOf("keptBody") }, acts: /^bodies\// },
    { ids: { ...pending, finding: idOf("planned") }, acts: /\/verification\// },
    { ids: { ...pending, finding: idOf("proven") }, acts: /\/verification\// },
    { ids: { project: idOf("preparing"), file: idOf("preparingFile") }, acts: /\/preparation\// },
    {
      ids: {
        ...{ project: idOf("alone"), audit: idOf("aloneAudit") },
        ...{ finding: idOf("aloneDraft"), file: idOf("aloneFile") },
      },
      acts: /\/log\/|\/hold/,
      form: recordedBy(idOf("aloneFile")),
    },
    { search: { before: ids.message ?? "" }, acts: /^messages\// },
  ];
  return {
    ...laid,
    furtherTries: [
      ...furtherActs.map((one) => ({ ids: one, acts: EVERY })),
      ...further.map((one) => ({ ids: one, pages: EVERY })),
      ...beside.map((one) => ({ ...one, pages: EVERY })),
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
  const [sourced, pendingAudit] = await Promise.all([
    rows().project.findFirstOrThrow({ where: { clientId, state: "rfp_open" } }),
    rows().audit.findFirstOrThrow({
      where: { clientId, certificationCase: { state: "review_pending" } },
    }),
  ]);
  return {
    sourced: sourced.id,
    pending: pendingAudit.projectId,
    pendingCase: pendingAudit.caseId,
    pendingAudit: pendingAudit.id,
  };
}
