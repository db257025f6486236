import "server-only";
import type { Actor } from "../actor";
import { type Day, dateToDay, dayToDate } from "../day";
import { isCurrency } from "../money";
import { Rejected } from "../outcome";
import { type ExchangeRate, formatRate } from "../selection/conversion";
import { actOnProject, type Submission } from "./act";
import { db } from "./db";
import { tell } from "./move";
import { permit } from "./permit";
import { requireSourcingState } from "./sourcing";

export interface RatesInput {
  projectId: string;
  /** The currency in which the offers are compared. */
  to: string;
  /** The day the rates are of. */
  on: Day;
  rates: readonly Pick<ExchangeRate, "from" | "millionths">[];
}

/**
 * Keeps the rates at which offers are compared in one currency; they take the place of earlier ones. Until a body is chosen,
 * and the client's alone to read. Throws Rejected for a day that lies ahead.
 */
export async function saveRates(
  actor: Actor,
  { projectId, to, on, rates }: RatesInput,
  submission: Submission,
): Promise<null> {
  permit(actor, "proposal.convert");
  return await actOnProject(actor, { projectId }, submission, async (act) => {
    requireSourcingState(act, "Convert offers", "rfp_open", "evaluating");
    const { id, clientId } = act.project.record;
    if (on > act.moment.on) throw new Rejected({ on: "Enter today, or the earlier day of the rate." });
    if (!isCurrency(to)) throw new Rejected({ into: "Choose the currency to compare in." });
    const known = rates.filter(({ from }) => isCurrency(from) && from !== to);
    if (known.length === 0) throw new Rejected({ into: "Enter the rate of another currency." });
    await act.tx.exchangeRate.deleteMany({ where: { projectId: id } });
    await act.tx.exchangeRate.createMany({
      data: known.map(({ from, millionths }) => ({
        ...{ projectId: id, clientId, fromCurrency: from, toCurrency: to },
        ...{ millionths: BigInt(millionths), ofDay: dayToDate(on) },
        ...{ enteredById: actor.personId, enteredAt: submission.now },
      })),
    });
    const said = known.map(({ from, millionths }) => `${from} 1 = ${to} ${formatRate(millionths)}`);
    const data = { rates: said.join(", "), on };
    await tell(act, "proposal.convert", { type: "project", id }, data, { audience: "own" });
    return null;
  });
}

/** The rates of a project, by currency; none for a body. */
export async function listRates(actor: Actor, projectId: string): Promise<ExchangeRate[]> {
  const kept = await db(actor).exchangeRate.findMany({
    where: { projectId, clientId: actor.organisationId },
    orderBy: { fromCurrency: "asc" },
  });
  return kept.map(({ fromCurrency, toCurrency, millionths, ofDay }) => ({
    ...{ from: fromCurrency, to: toCurrency, millionths: Number(millionths), on: dateToDay(ofDay) },
  }));
}
