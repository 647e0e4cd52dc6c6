// What makes the release page of what Trunk has built. Trunk calls it after each build, before the page is published.
import { compress } from "./compress.mjs";
import { policy } from "./security-policy.mjs";
import { split } from "./split.mjs";

if (process.env.TRUNK_PROFILE === "release") {
  await split(process.env.TRUNK_STAGING_DIR);
  policy(process.env.TRUNK_STAGING_DIR);
  await compress(process.env.TRUNK_STAGING_DIR);
}
