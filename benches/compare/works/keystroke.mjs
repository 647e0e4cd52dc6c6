// From a key in the text to the problems of the new text. Pasos, in its page, from the key to the drawn number of problems, the
// wait for more keys with it; the language service from the text to its findings, which an editor has still to show.
import { checked, open, openFile } from "../../../tests/e2e/harness.mjs";
import { row } from "../definitions.js";
import { inTurn } from "../in_turn.mjs";
import { sidesInPage } from "./in_page.mjs";

/** Presses a key; the answer is the time until the page shows that it has `wanted` problems. */
async function press(page, key, wanted) {
  await page.evaluate((wanted) => {
    window.shown = new Promise((resolve) => {
      const badge = document.querySelector("[data-problems]");
      let began;
      window.addEventListener("keydown", () => (began = performance.now()), { capture: true, once: true });
      const look = new MutationObserver(() => {
        if (badge.dataset.problems !== String(wanted) || badge.dataset.checking !== "false") return;
        look.disconnect();
        resolve(performance.now() - began);
      });
      look.observe(badge, { attributes: true });
    });
  }, wanted);
  await page.keyboard.press(key);
  return page.evaluate(() => window.shown);
}

/** Measures at a size: a letter makes of `Comment` a field that does not exist, and goes again. */
export async function keystroke(session, size) {
  const text = JSON.stringify(row(size, "State ", { Comment: "c" }), null, 2);
  const page = await open(session);
  await openFile(page, "row.json", text);
  await page.locator(`[data-states="${size}"]`).waitFor({ state: "attached", timeout: 60_000 });
  await checked(page);
  await page.locator(".cm-line", { hasText: '"Comment"' }).first().click();
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  // One that is there from the start: 10,000 states are more than AWS takes.
  const n_before = Number(await page.locator("[data-problems]").getAttribute("data-problems"));
  let isBroken = false;
  const type = () => {
    isBroken = !isBroken;
    return isBroken ? press(page, "x", n_before + 1) : press(page, "Backspace", n_before);
  };
  const peers = await sidesInPage(session, "with_peers", "check", size);
  const name = "amazon-states-language-service";
  const results = await inTurn({ Pasos: type, [name]: peers.sides[name] }, peers);
  await Promise.all([page.context().close(), peers.close()]);
  return results;
}
