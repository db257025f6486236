import { readFileSync } from "node:fs";
import pg from "pg";
import { newId } from "@/lib/store/new-id";
import type { MarkedStage } from "../matrix/marked";
import { rows } from "../support/rows";
import { layRunningStage2 } from "../support/running-stage2";

const SQL = readFileSync(`${import.meta.dirname}/neighbours.sql`, "utf8");

/**
 * Lays what is somebody else's beside the marked stage, and adds the ids under which it is asked for; `acts` says by which acts,
 * `recorded` the proof of an act that is recorded for the body, `before` where a list begins.
 */
export async function layNeighbours(ownerUrl: string, stage: MarkedStage): Promise<MarkedStage> {
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
  const further: Record<string, string>[] = [
    {
      ...{ body: idOf("strangersBody"), site: idOf("strangersSite") },
      acts: "^bodies/|^profile/|^projects/new/|/enterProposal$",
    },
    {
      ...{ project: idOf("sourced"), body: idOf("strangersBody"), site: idOf("strangersSite") },
      acts: "/selection/|^requests/",
    },
    { body: idOf("keptBody"), acts: "^bodies/" },
    { ...pending, finding: idOf("planned"), acts: "/verification/" },
    { ...pending, finding: idOf("proven"), acts: "/verification/" },
    { project: idOf("preparing"), file: idOf("preparingFile"), acts: "/preparation/" },
    {
      ...{ project: idOf("alone"), audit: idOf("aloneAudit"), finding: idOf("aloneDraft") },
      ...{ file: idOf("aloneFile"), recorded: idOf("aloneFile"), acts: "/log/|/hold" },
    },
    { before: ids.message ?? "", acts: "^messages/" },
  ];
  return {
    ...stage,
    furtherActs: [...stage.furtherActs, ...further],
    further: [...stage.further, ...further],
  };
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
