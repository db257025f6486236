"use server";

import { z } from "zod";
import { action } from "@/lib/action";
import * as store from "@/lib/store/messages";

export const markAllRead = action("message.read", z.object({}), async ({ actor, submission }) => {
  await store.markAllRead(actor, submission);
  return { message: "All messages are marked as read." };
});

export const sendAgain = action(
  "message.sendAgain",
  z.object({ message: z.string() }),
  async ({ actor, input, submission }) => {
    await store.sendAgain(actor, input.message, submission);
    return { message: "The message is sent again." };
  },
);
