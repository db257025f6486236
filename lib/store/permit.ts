import "server-only";
import { may, type Permission, refusePermission } from "../access";
import type { Actor } from "../actor";
import { Refused } from "../outcome";

/** Lets an act that is no lifecycle command pass only with the power to do it. Throws Refused. */
export function permit(actor: Actor, permission: Permission): void {
  if (!may(actor, permission)) throw new Refused([refusePermission(permission)]);
}
