/**
 * The demonstration, told through the product's own commands: three client organisations, two certification bodies and
 * their people. Runs once, on an empty embedded database; prints the sign-ins as one line of JSON.
 */
import { now } from "../lib/clock";
import { hasOrganisation } from "../lib/store/health";
import { bringInPeople } from "./demo/people";

if (await hasOrganisation()) {
  console.log(JSON.stringify({ signIns: [] }));
} else {
  const { signIns } = await bringInPeople(now());
  console.log(JSON.stringify({ signIns }));
}
process.exit(0);
