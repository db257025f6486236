import { StatusShape } from "@/components/ui/status-shape";
import { type Refusal, sentenceOf } from "@/lib/lifecycle/refusal";

export interface BodyPerson {
  personId: string;
  name: string;
  decides: boolean;
  bar: Refusal | null;
}

/** The line "Can I decide?": each condition of the person who looks, computed and not asserted. */
export function CanIDecide({ asker }: { asker: BodyPerson }) {
  const checks = [
    { label: "Role: decider", met: asker.decides, why: "Only a decider of the certification body decides." },
    {
      label: "Not in an audit team, no recent work for the client, no part in an appeal",
      met: asker.bar === null,
      why: asker.bar === null ? "" : sentenceOf(asker.bar),
    },
  ];
  const can = checks.every(({ met }) => met);
  return (
    <div className="space-y-2">
      <p className="font-medium">{can ? "You can decide this case." : "You cannot decide this case."}</p>
      <ul className="space-y-1">
        {checks.map(({ label, met, why }) => (
          <li key={label} className="flex gap-2">
            <span className={`pt-1 ${met ? "text-success" : "text-danger"}`}>
              <StatusShape kind={met ? "success" : "danger"} />
            </span>
            <span>
              {label}
              {!met && <span className="block text-muted">{why}</span>}
            </span>
          </li>
        ))}
      </ul>
    </div>
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
            {barred.map(({ personId, name, bar }) => (
              <li key={personId}>
                <span className="font-medium">{name}</span>
                {bar && (
                  <span className="block text-compact text-muted">
                    {sentenceOf(bar)}{" "}
                    <span className="text-subtle">
                      Rule {bar.rule} · {bar.clause}
                    </span>
                  </span>
                )}
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}
