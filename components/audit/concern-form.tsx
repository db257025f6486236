import { RadioCards } from "@/components/ui/choice-fields";
import { ComboField } from "@/components/ui/combobox";
import { TextArea } from "@/components/ui/field";
import { listRequirements } from "@/lib/standards/requirements";
import type { ConcernView } from "@/lib/store/audit-view";

/** The fields of an area of concern. */
export function ConcernFields({ standardId, concern }: { standardId: string; concern: ConcernView | null }) {
  return (
    <>
      <ComboField
        name="requirementRef"
        label="Requirement"
        hint="A number or words, such as 6.1.3 or risk treatment."
        options={listRequirements(standardId).map(({ ref, title, group }) => ({
          id: ref,
          label: `${ref} ${title}`,
          group,
        }))}
        defaultValue={concern?.requirementRef}
      />
      <TextArea
        name="statement"
        label="Area of concern"
        rows={4}
        hint="What could become a nonconformity in Stage 2, and what you saw. No cause and no solution (NC-4)."
        defaultValue={concern?.statement ?? ""}
      />
      <RadioCards
        name="blocking"
        label="Must it be settled before Stage 2?"
        columns={2}
        defaultValue={concern ? String(concern.blocking) : undefined}
        options={[
          { value: "true", label: "Blocks Stage 2", hint: "Stage 2 starts only once you accept the answer." },
          { value: "false", label: "Does not block", hint: "Stage 2 can start; you look at it there." },
        ]}
      />
    </>
  );
}
