import { CheckboxField } from "@/components/ui/choice-fields";
import { SelectField, TextArea } from "@/components/ui/field";
import { NumberField } from "@/components/ui/value-fields";
import { type ExpiryConvention, type Policy, policyBounds } from "@/lib/lifecycle/policy";

const expiryNames: Record<ExpiryConvention, string> = {
  "three-years-minus-a-day": "Three years, less a day",
  "three-years": "Three years, to the same day",
  "thirty-six-months": "36 months, to the end of the month rule",
};

const dayCountNames: Record<Policy["dayCount"], string> = {
  calendar: "Calendar days",
  business: "Business days: Monday to Friday without holidays",
};

const startNames: Record<Policy["countFrom"], string> = {
  last_day: "The last day of the audit",
  issue_day: "The day on which it was issued",
};

const numbers = Object.keys(policyBounds) as (keyof typeof policyBounds)[];

/** What a certification body sets for itself, each with the bounds it cannot leave (domain.md 5.4). */
export function PolicyFields({ policy }: { policy: Policy }) {
  return (
    <>
      <div className="grid gap-5 sm:grid-cols-2">
        {numbers.map((key) => {
          const { name, least, most } = policyBounds[key];
          return (
            <NumberField
              key={key}
              name={key}
              label={name}
              hint={`${least} to ${most}`}
              defaultValue={String(policy[key])}
            />
          );
        })}
      </div>
      <div className="grid gap-5 sm:grid-cols-2">
        <SelectField
          name="dayCount"
          label="Days are counted in"
          options={Object.entries(dayCountNames).map(([value, label]) => ({ value, label }))}
          defaultValue={policy.dayCount}
        />
        <SelectField
          name="countFrom"
          label="Days of a nonconformity count from"
          hint="The six months for a major always count from the last day of Stage 2 (DEC-6)."
          options={Object.entries(startNames).map(([value, label]) => ({ value, label }))}
          defaultValue={policy.countFrom}
        />
      </div>
      <TextArea
        name="holidays"
        label="Holidays"
        hint="Left out when business days are counted. Year, month and day, separated by spaces: 2027-01-01 2027-12-25."
        rows={3}
        optional
        defaultValue={policy.holidays.join(" ")}
      />
      <SelectField
        name="expiryConvention"
        label="Certificates are valid for"
        options={Object.entries(expiryNames).map(([value, label]) => ({ value, label }))}
        defaultValue={policy.expiryConvention}
      />
      <CheckboxField
        name="minorNotEffectiveBecomesMajor"
        label="A minor that was not closed effectively becomes a major at the next audit"
        defaultChecked={policy.minorNotEffectiveBecomesMajor}
      />
      <CheckboxField
        name="forwarding"
        label="Files are forwarded to the accreditation body before the decision"
        hint="Off for most bodies: the body decides alone. Switch it on only where a scheme asks for it."
        defaultChecked={policy.forwarding}
      />
    </>
  );
}
