import "server-only";
import type { Actor } from "../actor";
import type { Day } from "../day";
import { NotThere } from "../outcome";
import { type BodyNote, type Reputation, reputationOf } from "../selection/body-notes";
import type { ExpertiseKey, Standing } from "../selection/particulars";
import { defaultWeights, type Weights, weighed } from "../selection/weighing";
import { listBodyNotes } from "./body-notes";
import { db } from "./db";
import { knownId, reachableProjectSql } from "./reach";

/** A note on an offer as one person sees it: its own, or one of the own side that was shared. */
export interface OfferNote {
  words: string;
  shared: boolean;
  isOwn: boolean;
  by: string;
}

/** What the client itself brings to the comparison of one body. */
export interface OwnView {
  sectors: readonly string[];
  languages: readonly string[];
  /** Since when the register knows it to be accredited for the standard; null where no first day is known. */
  accreditedSince: Day | null;
  reputation: Reputation;
  /** The newest check of the accreditation that the client made itself. */
  check: (BodyNote & { by: string }) | null;
  marks: Readonly<Partial<Record<ExpertiseKey, Standing>>>;
  notes: readonly OfferNote[];
}

export interface ComparisonView {
  weights: Weights;
  /** The version of the weights that is shown; null while they are as the product proposes. */
  weightsVersion: number | null;
  of: ReadonlyMap<string, OwnView>;
}

interface KeptView {
  weights: (Weights & { version: number }) | null;
  marks: { bodyId: string; point: ExpertiseKey; standing: Standing }[];
  notes: (OfferNote & { bodyId: string })[];
}

type BodyRow = Pick<OwnView, "sectors" | "languages" | "accreditedSince"> & { id: string };

/**
 * How a client weighs the offers of a project: the weights, and for each of these bodies what it knows, has checked and notes. Private
 * notes are the reader's own alone. Throws NotThere for bodies and for a project of somebody else.
 */
export async function readComparison(
  actor: Actor,
  projectId: string,
  bodyIds: readonly string[],
  scheme: string,
): Promise<ComparisonView> {
  if (actor.side !== "client") throw new NotThere();
  const [kept] = await db(actor).$queryRaw<KeptView[]>`
    SELECT (SELECT to_json(w) FROM comparison_weights w WHERE w.project_id = p.id) AS weights,
      coalesce((SELECT json_agg(json_build_object('bodyId', m.body_id, 'point', m.point, 'standing', m.standing))
        FROM expertise_mark m WHERE m.project_id = p.id), '[]') AS marks,
      coalesce((SELECT json_agg(json_build_object('bodyId', n.body_id, 'words', n.words, 'shared', n.shared,
          'isOwn', n.person_id = ${actor.personId}::uuid, 'by', coalesce(w.name, 'Somebody who has left'))
          ORDER BY n.changed_at, n.person_id)
        FROM comparison_note n LEFT JOIN person w ON w.id = n.person_id
        WHERE n.project_id = p.id AND (n.shared OR n.person_id = ${actor.personId}::uuid)), '[]') AS notes
    FROM project p WHERE p.id = ${knownId(projectId)}::uuid AND ${reachableProjectSql(actor)}`;
  if (!kept) throw new NotThere();
  const bodies = await db(actor).$queryRaw<BodyRow[]>`
    SELECT o.id, o.sectors, o.languages, (SELECT min(a.valid_from)::text FROM accreditation a
      WHERE a.organisation_id = o.id AND position(${scheme} IN a.scheme) > 0) AS "accreditedSince"
    FROM organisation o WHERE o.id = ANY (${[...bodyIds]}::uuid[])`;
  const bodyNotes = await listBodyNotes(actor, bodyIds);
  return {
    weights: kept.weights ? weightsOf(kept.weights) : defaultWeights,
    weightsVersion: kept.weights?.version ?? null,
    of: new Map(
      bodies.map(({ id, ...body }) => {
        const known = bodyNotes.filter(({ bodyId }) => bodyId === id);
        const marks = kept.marks.filter(({ bodyId }) => bodyId === id);
        return [
          id,
          {
            ...body,
            reputation: reputationOf(known),
            check: known.find(({ kind }) => kind === "check") ?? null,
            marks: Object.fromEntries(marks.map(({ point, standing }) => [point, standing])),
            notes: kept.notes.filter(({ bodyId }) => bodyId === id).map(({ bodyId: _body, ...note }) => note),
          },
        ];
      }),
    ),
  };
}

/** The weights out of a row that holds more. */
function weightsOf(row: Weights): Weights {
  return Object.fromEntries(weighed.map((key) => [key, row[key]])) as Weights;
}
