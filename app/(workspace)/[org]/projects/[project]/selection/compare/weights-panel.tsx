import { Card } from "@/components/ui/card";
import { TextField } from "@/components/ui/field";
import { ServerForm } from "@/components/ui/server-form";
import { may } from "@/lib/access";
import type { Actor } from "@/lib/actor";
import { pointsFormulas } from "@/lib/selection/points";
import { formatPoints, type Stability, weighed, weighedNames } from "@/lib/selection/weighing";
import type { ComparisonView } from "@/lib/store/comparison";
import { saveWeights } from "./actions";
import type { Comparison } from "./columns";

/** The weighted result in words, how firm it is, how it came about, and the weights to change. */
export function WeightsPanel({
  actor,
  projectId,
  comparison,
  own,
}: {
  actor: Actor;
  projectId: string;
  comparison: Comparison;
  own: ComparisonView;
}) {
  const { columns, weighing, stability, isOpen } = comparison;
  const nameOf = (id: string) => columns.find((one) => one.id === id)?.body.name ?? "";
  const [first, ...further] = stability;
  const tied = weighing.rows.filter(({ rank }) => rank === 1);
  return (
    <Card title="Weighted result" id="result">
      <div className="space-y-4">
        {weighing.rows.length === 0 ? (
          <p className="text-muted">No offer that stands is accredited, so nothing is weighed.</p>
        ) : (
          <ol className="space-y-1">
            {weighing.rows.map(({ id, rank, tenths, missing }) => (
              <li key={id}>
                <span className="figures font-medium">
                  {rank}. {nameOf(id)}: {missing.length > 0 && "at least "}
                  {formatPoints(tenths)} points
                </span>
                {missing.length > 0 && (
                  <span className="block text-meta text-subtle">
                    No points for {missing.map((key) => weighedNames[key].toLowerCase()).join(", ")}: nothing
                    is stated.
                  </span>
                )}
              </li>
            ))}
          </ol>
        )}
        {tied.length > 1 && (
          <p className="font-medium">
            {tied.map(({ id }) => nameOf(id)).join(" and ")} share the first place.
          </p>
        )}
        {first && <p className="font-medium">{sayStability(first, nameOf(first.firstId))}</p>}
        {further.length > 0 && (
          <details>
            <summary className="w-fit py-0.5 text-link underline underline-offset-3">
              How firm it is for the other weights
            </summary>
            <ul className="mt-2 space-y-1">
              {further.map((one) => (
                <li key={one.key}>{sayStability(one, nameOf(one.firstId))}</li>
              ))}
            </ul>
          </details>
        )}
        <details>
          <summary className="w-fit py-0.5 text-link underline underline-offset-3">
            How the points come about
          </summary>
          <div className="mt-2 max-w-read space-y-2">
            <p>
              Each criterion gives 0 to 100 points. The result is the sum of points times weights, divided by
              the weights that count. A criterion for which nobody states anything does not count. Offers that
              are not eligible or have ended are not weighed.
            </p>
            <dl className="space-y-1">
              {weighed.map((key) => (
                <div key={key}>
                  <dt className="inline font-medium">{weighedNames[key]}: </dt>
                  <dd className="inline">{pointsFormulas[key]}.</dd>
                </div>
              ))}
            </dl>
          </div>
        </details>
        {isOpen && may(actor, "proposal.weigh") && (
          <details data-noprint>
            <summary className="w-fit py-0.5 text-link underline underline-offset-3">
              Change the weights
            </summary>
            <div className="pt-4">
              <ServerForm
                action={saveWeights}
                hidden={{ org: actor.organisationSlug, project: projectId }}
                version={own.weightsVersion ?? undefined}
                submitLabel="Save weights"
                keepsFields
              >
                <p className="text-muted">Whole numbers that make 100 together.</p>
                <div className="grid grid-cols-2 gap-4 sm:grid-cols-3">
                  {weighed.map((key) => (
                    <TextField
                      key={key}
                      name={`weights.${key}`}
                      label={weighedNames[key]}
                      inputMode="numeric"
                      width="short"
                      defaultValue={String(own.weights[key])}
                    />
                  ))}
                </div>
              </ServerForm>
            </div>
          </details>
        )}
      </div>
    </Card>
  );
}

/** "Aurora Cert stays first while the weight of cost is between 15 and 48." */
function sayStability({ key, from, to }: Stability, name: string): string {
  const what = `the weight of ${weighedNames[key].toLowerCase()}`;
  if (from === 0 && to === 100) return `${name} stays first whatever ${what} is.`;
  if (from === to) return `${name} is first only while ${what} is ${from}.`;
  return `${name} stays first while ${what} is between ${from} and ${to}.`;
}
