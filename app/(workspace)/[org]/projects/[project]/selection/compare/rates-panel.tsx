import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { SelectField, TextField } from "@/components/ui/field";
import { ServerForm } from "@/components/ui/server-form";
import { DateField } from "@/components/ui/value-fields";
import { may } from "@/lib/access";
import type { Actor } from "@/lib/actor";
import { addDays, isBefore } from "@/lib/day";
import { formatRate, RATE_IS_OLD_AFTER_DAYS, sayRate } from "@/lib/selection/conversion";
import { convertOffers } from "../actions";
import type { SelectionView } from "../lead";

/** The rates at which offers in several currencies are compared; entered by hand, because no rate comes from outside. */
export function RatesPanel({
  actor,
  view,
  stated,
  isOpen,
}: {
  actor: Actor;
  view: SelectionView;
  /** The currencies of the offers, as they state them. */
  stated: readonly string[];
  isOpen: boolean;
}) {
  const { rates, record, today } = view;
  if (stated.length < 2 && rates.length === 0) return null;
  const to = rates[0]?.to ?? "";
  const missing = stated.filter((one) => one !== to && !rates.some(({ from }) => from === one));
  const isOld = isOpen && rates.some(({ on }) => isBefore(addDays(on, RATE_IS_OLD_AFTER_DAYS), today));
  const mayChange = isOpen && may(actor, "proposal.convert");
  return (
    <Card title="One currency" id="currency">
      <div className="space-y-4">
        {rates.length > 0 && (
          <p>
            Costs are shown in {to}: {rates.map(sayRate).join("; ")}. Each amount is converted and rounded by
            itself.
          </p>
        )}
        {missing.length > 0 && (
          <p>
            The offers are in different currencies. {missing.join(", ")}{" "}
            {missing.length === 1 ? "has" : "have"} no rate yet, so not all totals are compared with each
            other.
          </p>
        )}
        {isOld && (
          <Callout tone="warning" title="The rates are older than a week">
            <p>Enter those of today before you decide on a close price.</p>
          </Callout>
        )}
        {mayChange && (
          <details data-noprint open={rates.length === 0}>
            <summary>{rates.length === 0 ? "Enter rates" : "Change the rates"}</summary>
            <ServerForm
              action={convertOffers}
              hidden={{ org: actor.organisationSlug, project: record.id }}
              submitLabel="Compare in one currency"
            >
              <SelectField
                name="into"
                label="Compare in"
                options={stated.map((one) => ({ value: one, label: one }))}
                defaultValue={to || stated[0]}
              />
              {stated.map((one) => (
                <TextField
                  key={one}
                  name={`rates.${one}`}
                  label={`What 1 ${one} is worth`}
                  hint="In the currency you compare in, such as 1.17. Leave it empty for that currency, or where you have no rate."
                  optional
                  inputMode="decimal"
                  defaultValue={rateOf(view, one)}
                />
              ))}
              <DateField name="on" label="Day of the rates" defaultValue={rates[0]?.on ?? today} />
            </ServerForm>
          </details>
        )}
      </div>
    </Card>
  );
}

function rateOf({ rates }: SelectionView, currency: string): string {
  const rate = rates.find(({ from }) => from === currency);
  return rate ? formatRate(rate.millionths) : "";
}
