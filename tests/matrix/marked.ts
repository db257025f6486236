import { readFileSync } from "node:fs";
import pg from "pg";
import { newId } from "@/lib/store/new-id";
import { storeFile } from "../../prisma/demo/teller";
import { rows } from "../support/rows";
import { DURING_STAGE_2 } from "../support/running-stage2";
import { layStage, type PersonName, type Stage } from "./people";

const SQL = readFileSync(`${import.meta.dirname}/marked.sql`, "utf8");
const MARKER = /«([^»]+)»/g;

/** Contents that are no text, by name: each of them as pages and files write it. */
const NUMBERS: Record<string, RegExp> = {
  "proposal of the body: prices": /765,?432\.?1[1-5]\b/,
  "proposal of a competitor: prices": /654,?321\.?1[1-5]\b/,
  "open request, proposal of the body: day rate": /543,?210\.?98\b/,
  "open request, proposal of a competitor: day rate": /432,?109\.?87\b/,
  "plan, in preparation: day on which the action is due": /2031-03-29|29 Mar(ch)? 2031/,
  "follow-up, draft: days": /2028-05-0[67]|[67] May 2028/,
};

export interface MarkedStage extends Stage {
  /** Ids under which further projects and audits are asked for, besides the stage's own. */
  further: Record<string, string>[];
  /** Ids under which acts are tried once more. */
  furtherActs: Record<string, string>[];
  /** The query with which a page opens what is being written. */
  drafts: URLSearchParams;
  /** The names of all contents. */
  markers: readonly string[];
  /** The names of the contents that stand in a text. */
  findMarkers(text: string): string[];
}

/** The stage of people.ts, in which every confidential content is a text of its own that is found again anywhere. */
export async function layMarkedStage(ownerUrl: string): Promise<MarkedStage> {
  const stage = await layStage();
  const names = [
    ...new Set([...SQL.matchAll(MARKER), ...FILES.matchAll(MARKER)].map(([, name = ""]) => name)),
  ];
  const tokens = new Map(names.map((name, index) => [name, `zq${String(index).padStart(3, "0")}x`]));
  const mark = (text: string) => text.replace(MARKER, (_, name: string) => tokens.get(name) ?? "");
  const ids = await idsOfMarked(stage, mark);
  const idOf = (name: string) => (ids[name] ??= newId());
  const registered = {
    ...{ accreditation: idOf("new4"), domain: idOf("new3") },
    ...{ concern: idOf("concern"), objection: idOf("objection") },
  };
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  const sql = SQL.replaceAll("#dossier", `'${mark(DOSSIER)}'`).replace(/#([a-zA-Z]\w*)/g, (_, name) =>
    idOf(name),
  );
  // The guards would refuse what no act of the product writes; what is shown of it is what is asked here.
  await owner.query(`SET session_replication_role = replica;\n${mark(sql)}`);
  await owner.end();
  return {
    ...stage,
    ids: { ...stage.ids, file: idOf("preparedFile"), finding: idOf("finding"), ...registered },
    furtherActs: [
      {
        audit: idOf("stage1"),
        finding: idOf("answered"),
        file: idOf("submittedFile"),
        body: idOf("competitor"),
      },
      { audit: idOf("followUp"), finding: idOf("draft"), file: idOf("bodyFile") },
      { project: idOf("sourced"), body: idOf("competitor"), file: idOf("rivalFile") },
    ],
    further: [
      {
        audit: idOf("stage1"),
        finding: idOf("answered"),
        file: idOf("submittedFile"),
        body: idOf("competitor"),
      },
      { audit: idOf("followUp"), file: idOf("bodyFile") },
      { file: idOf("rivalFile") },
      { file: idOf("clientFile") },
      { file: idOf("draftPhoto") },
      { file: idOf("issuedPhoto") },
      { project: idOf("decided"), audit: idOf("decidedAudit") },
      { project: idOf("pending"), audit: idOf("pendingAudit") },
      { project: idOf("sourced"), body: idOf("competitor") },
    ],
    drafts: new URLSearchParams({ draft: idOf("draft"), concern: idOf("concern") }),
    markers: [...names, ...Object.keys(NUMBERS)].sort(),
    findMarkers(text) {
      const found = new Set([...text.matchAll(/zq(\d{3})x/g)].map(([, no]) => names[Number(no)] ?? ""));
      for (const [name, look] of Object.entries(NUMBERS)) if (look.test(text)) found.add(name);
      return [...found];
    },
  };
}

const line = (part: string) => `"${part}": "«dossier: ${part}»"`;
const DOSSIER = `{"sha256": "-", "dossier": {"lines": [{"code": "x", "met": true, "rule": "DEC-3", "clause": "", ${line("label")}, ${line("proof")}}], "findings": [],
  "recommendation": null, ${line("scope")}, "sites": [], "standardId": "iso-27001-2022", "soaVersion": null, "forward": null}}`;

const FILES = `clientFile «file of the client: name» «file of the client: content»
preparedFile «evidence, in preparation: file, name» «evidence, in preparation: file, content»
submittedFile «evidence, submitted: file, name» «evidence, submitted: file, content»
bodyFile «file of the body: name» «file of the body: content»
draftPhoto «finding, draft: photo, name» «finding, draft: photo, content»
issuedPhoto «finding, answered: photo, name» «finding, answered: photo, content»
rivalFile «file of a competitor: name» «file of a competitor: content»`;

const UPLOADERS: Record<string, PersonName> = {
  bodyFile: "lead",
  draftPhoto: "lead",
  issuedPhoto: "lead",
  rivalFile: "asked",
};

async function idsOfMarked(
  { people, ids }: Stage,
  mark: (text: string) => string,
): Promise<Record<string, string>> {
  const { project = "" } = ids;
  const stage1 = await rows().audit.findFirstOrThrow({ where: { projectId: project, kind: "stage1" } });
  const files: Record<string, string> = {};
  for (const text of FILES.split("\n")) {
    const [, key = "", name = "", content = ""] = text.match(/^(\w+) («[^»]+») («[^»]+»)$/) ?? [];
    const file = { name: `${mark(name)}.txt`, text: mark(content) };
    files[key] = await storeFile(people[UPLOADERS[key] ?? "manager"], project, file, DURING_STAGE_2);
  }
  return {
    ...Object.fromEntries(Object.entries(people).map(([name, { personId }]) => [name, personId])),
    ...files,
    client: people.manager.organisationId,
    body: people.planner.organisationId,
    competitor: people.asked.organisationId,
    project,
    case: stage1.caseId,
    stage1: stage1.id,
    stage2: ids.audit ?? "",
    site: ids.site ?? "",
    proposal: ids.proposal ?? "",
    finding: ids.finding ?? "",
    action: ids.action ?? "",
    task: ids.task ?? "",
    document: ids.document ?? "",
    treatment: ids.treatment ?? "",
  };
}
