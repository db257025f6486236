"use client";

import { useState } from "react";
import { RadioCards } from "@/components/ui/choice-fields";
import { TextArea, TextField } from "@/components/ui/field";
import { type CauseMethod, readWhys } from "@/lib/five-whys";

/**
 * The root cause by one of two methods. Both sets of fields stay in the form, so changing the method loses nothing;
 * the server reads the one that is chosen.
 */
export function CauseFields({ cause, method }: { cause: string | null; method: CauseMethod }) {
  const [chosen, setChosen] = useState<string>(method);
  const whys = readWhys(cause).map((answer, index) => ({ no: index + 1, answer }));
  return (
    <>
      <RadioCards
        name="causeMethod"
        label="How did you look for the root cause?"
        options={[
          { value: "free_text", label: "Free text", hint: "You write the cause in your own words." },
          {
            value: "five_whys",
            label: "Five whys",
            hint: "You ask why of each answer; the text builds itself.",
          },
        ]}
        columns={2}
        defaultValue={method}
        onChange={setChosen}
      />
      <div hidden={chosen !== "free_text"}>
        <TextArea
          name="cause"
          label="Root cause"
          hint="Why it could happen, not what happened. The corrective actions remove this."
          defaultValue={cause ?? ""}
        />
      </div>
      <div hidden={chosen !== "five_whys"} className="space-y-3">
        {whys.map(({ no, answer }) => (
          <TextField
            key={no}
            name={`whys.${no - 1}`}
            label={no === 1 ? "Why 1: why did it happen?" : `Why ${no}: why that?`}
            optional={no > 1}
            defaultValue={answer}
          />
        ))}
      </div>
    </>
  );
}
