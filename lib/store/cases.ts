import "server-only";
import type { CaseRecord } from "../lifecycle/record";
import { NotThere } from "../outcome";
import type { Act } from "./act";
import type { Subject } from "./move";

/** What a page sends with an act on a case: the project, and the version of the case it showed. */
export interface CaseAct {
  projectId: string;
  version?: number;
}

/** The case of the project's record. Throws NotThere before the engagement letter is signed. */
export function caseOf({ project }: Act): CaseRecord {
  if (!project.record.certificationCase) throw new NotThere();
  return project.record.certificationCase;
}

/** The case as the subject of a move, at the version the page showed. */
export function caseSubject(act: Act, seen?: number): Subject<"certificationCase"> {
  const { id, version } = caseOf(act);
  return { type: "certificationCase", id, version: seen ?? version };
}
