import type { FormAction } from "@/lib/form-state";
import { actionsByFile } from "../support/actions-table";

const shorten = (file: string) =>
  file.replace(/^app\/\(workspace\)\/\[org\]\//, "").replace(/\/?(?:team-)?actions\.ts$/, "");

/** Every server action of the workspace with its name in the table of actions. */
export async function listActs(): Promise<{ key: string; file: string; act: FormAction }[]> {
  const acts: { key: string; file: string; act: FormAction }[] = [];
  for (const [file, names] of Object.entries(actionsByFile)) {
    const module = (await import(/* @vite-ignore */ `../../${file}`)) as Record<string, FormAction>;
    for (const [name, kind] of Object.entries(names)) {
      const act = module[name];
      if (!act) throw new Error(`${file} has no ${name}.`);
      if (kind !== "public") acts.push({ key: `${shorten(file)}/${name}`, file, act });
    }
  }
  return acts;
}
