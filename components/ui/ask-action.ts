import { unstable_rethrow } from "next/navigation";
import { v7 as makeId } from "uuid";
import { type FormAction, type FormState, idleForm, NOTHING_DONE } from "@/lib/form-state";

const lostConnection =
  "The connection was lost before an answer came. What you typed is still here. Try again: a repeat counts once.";

/** The id of one submission: sent again with it, it is carried out once. */
export const makeRequestId = (): string => makeId();

/** Asks the server. A lost answer becomes a state of the form, so that nothing typed is lost with the page. */
export async function askAction(action: FormAction, previous: FormState, data: FormData): Promise<FormState> {
  try {
    return await action(previous, data);
  } catch (error) {
    unstable_rethrow(error);
    const isRefused = error instanceof Error && error.message.startsWith(NOTHING_DONE);
    const message = isRefused ? error.message : lostConnection;
    return { ...idleForm, status: "failed", message, stamp: previous.stamp + 1 };
  }
}
