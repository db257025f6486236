"use server";

import { z } from "zod";
import { action } from "@/lib/action";
import * as store from "@/lib/store/messages";

export const markAllRead = action("message.read", z.object({}), async ({ actor, submission }) => {
  const { count } = await store.markAllRead(actor, submission);
  if (count === 0) return { message: "No message was unread." };
  return { message: count === 1 ? "1 message is marked as read." : `${count} messages are marked as read.` };
});

export const sendAgain = action(
  "message.sendAgain",
  z.object({ message: z.string() }),
  async ({ actor, input, submission }) => {
    await store.sendAgain(actor, input.message, submission);
    return { message: "The message is sent again." };
  },
);
