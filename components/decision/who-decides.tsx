import { StatusShape } from "@/components/ui/status-shape";
import { type Refusal, sentenceOf } from "@/lib/lifecycle/refusal";

export interface BodyPerson {
  personId: string;
  name: string;
  decides: boolean;
  bar: Refusal | null;
}

/** What must be true of a decider, each as the guard of the table that asks for it. */
const conditions: { code: Refusal["code"]; label: string }[] = [
  { code: "not-yours", label: "You are a decider" },
  { code: "decider-audited", label: "You are on no audit team of this case" },
  { code: "person-tied", label: "You did no work for the client within two years" },
  { code: "person-conflict", label: "You have no open conflict with the client" },
  { code: "decider-handled-appeal", label: "You handled no appeal of this case" },
];

/** The line "Can I decide?": each condition of the person who looks, from the reasons of the same table that refuses. */
export function CanIDecide({ reasons }: { reasons: readonly Refusal[] }) {
  const checks = conditions.map((condition) => ({
    ...condition,
    refusal: reasons.find(({ code }) => code === condition.code),
  }));
  const can = checks.every(({ refusal }) => refusal === undefined);
  return (
    <div className="space-y-2">
      <p className="font-medium">{can ? "You can decide this case." : "You cannot decide this case."}</p>
      <ul className="space-y-1">
        {checks.map(({ code, label, refusal }) => (
          <li key={code} className="flex gap-2">
            <span className={`pt-1 ${refusal ? "text-danger" : "text-success"}`}>
              <StatusShape kind={refusal ? "danger" : "success"} />
            </span>
            <span>
              <span className="sr-only">{refusal ? "No: " : "Yes: "}</span>
              {label}
              {refusal && <RefusalText refusal={refusal} />}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function RefusalText({ refusal }: { refusal: Refusal }) {
  const cite = [refusal.rule && `Rule ${refusal.rule}`, refusal.clause].filter(Boolean).join(" · ");
  return (
    <span className="block text-compact text-muted">
      {sentenceOf(refusal)} <span className="text-subtle">{cite}</span>
    </span>
  );
}

/** Who of the body may decide, and who may not with the rule that stands against it (DEC-1, IMP-4, APL-1). */
export function WhoDecides({ people, bodyName }: { people: readonly BodyPerson[]; bodyName: string }) {
  const free = people.filter(({ decides, bar }) => decides && bar === null);
  const barred = people.filter(({ bar }) => bar !== null);
  return (
    <div className="space-y-4">
      <div>
        <p className="text-muted">Can decide</p>
        <p>
          {free.length > 0
            ? free.map(({ name }) => name).join(", ")
            : `No decider of ${bodyName} is known here.`}
        </p>
      </div>
      <div>
        <p className="text-muted">Cannot decide</p>
        {barred.length === 0 ? (
          <p>Nobody is barred.</p>
        ) : (
          <ul className="space-y-2">
            {groupByBar(barred).map(({ bar, names }) => (
              <li key={bar.code}>
                <span className="font-medium">{names.join(", ")}</span>
                <RefusalText refusal={bar} />
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}

/** People with the same reason against them stand together. */
function groupByBar(people: readonly BodyPerson[]): { bar: Refusal; names: string[] }[] {
  const groups = new Map<string, { bar: Refusal; names: string[] }>();
  for (const { bar, name } of people) {
    if (bar === null) continue;
    const group = groups.get(bar.code) ?? { bar, names: [] };
    group.names.push(name);
    groups.set(bar.code, group);
  }
  return [...groups.values()];
}
