import { newId } from "@/lib/store/new-id";

/** Which row stands for which record of the model, within one run. Ids of people and organisations come with the cast. */
export class RunIds {
  private readonly rows: Map<string, string>;
  private readonly models: Map<string, string>;

  constructor(known: ReadonlyMap<string, string>) {
    this.rows = new Map(known);
    this.models = new Map([...known].map(([model, row]) => [row, model]));
  }

  /** The row of a record of the model, or an id that nothing has. */
  find(model: string): string {
    return this.rows.get(model) ?? newId();
  }

  /** The row of a record that is being laid: its id is given the first time it is named. */
  row(model: string): string {
    const known = this.rows.get(model);
    if (known !== undefined) return known;
    const row = newId();
    this.tie(model, row);
    return row;
  }

  knows(row: string): boolean {
    return this.models.has(row);
  }

  /** What the model calls this row; the row's own id where it has no record in the model. */
  model(row: string): string {
    return this.models.get(row) ?? row;
  }

  tie(model: string, row: string): void {
    this.rows.set(model, row);
    this.models.set(row, model);
  }
}

/** An action's id is its finding's own; in the map it needs both. */
export function actionKey(findingId: string, actionId: string): string {
  return `${findingId}/${actionId}`;
}
