/** `npm run factor:remove -- ADDRESS`: lets somebody in again who has lost the second factor; they set up a new one. */
import { openGivenDatabase } from "./given-database.mjs";
import { install } from "./prepare.mjs";
import { Refusal } from "./refusal.mjs";
import { runCommand } from "./steps.mjs";

await runCommand(async () => {
  const [email, ...more] = process.argv.slice(2);
  if (!email || more.length > 0)
    throw new Refusal("Name one address: npm run factor:remove -- ana@example.com");
  await install();
  const database = await openGivenDatabase();
  if (!database) throw new Refusal("There is no database yet. Start CertTrail once, or set DATABASE_URL.");
  try {
    const { removeLostFactors } = await import("./lost-factor.mjs");
    const { name, apps, passkeys } = await removeLostFactors(database.url, email);
    console.log(
      `Removed from ${name}: ${apps} authenticator app, ${passkeys} passkeys. All sign-ins have ended.`,
    );
    console.log("Make sure by another way than mail that it is this person who asked.");
  } finally {
    await database.stop();
  }
});
