// Back and forth in a run of 25,000 events, in the page of Pasos: from the move of the slider to the picture of that step. No peer
// keeps a run to go back in; the times are told in those of a fixed piece of work.
import { open, openFile } from "../../../tests/e2e/harness.mjs";
import { inTurn } from "../in_turn.mjs";
import { longRun } from "../simulations.js";
import { sidesInPage } from "./in_page.mjs";

/** Moves the slider to a step and waits until the page says that it stands there, and has drawn it. */
const jump = (page, step) =>
  page.evaluate(
    (step) =>
      new Promise((resolve) => {
        const [slider, shown] = [document.querySelector('.transport input[type="range"]'), document.querySelector("[data-step]")];
        const look = new MutationObserver(() => {
          if (shown.dataset.step !== String(step)) return;
          look.disconnect();
          requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - began)));
        });
        look.observe(shown, { attributes: true });
        const began = performance.now();
        slider.value = String(step);
        slider.dispatchEvent(new Event("input", { bubbles: true }));
      }),
    step,
  );

export async function timeTravel(session) {
  const { text, input } = longRun();
  const page = await open(session);
  await openFile(page, "loop.json", text);
  await page.locator('[data-state="Enough"]').waitFor();
  await page.locator("#tab-run").click();
  await page.locator("#run-input").fill(input);
  await page.locator('[data-run="run"]').click();
  await page.locator('.transport [data-status="SUCCEEDED"]').waitFor({ timeout: 60_000 });
  const last = Number(await page.locator("[data-step]").getAttribute("data-step"));
  let jumps = 0;
  const travel = () => {
    // By turns far away, and one step back.
    const far = ((jumps >> 1) * 7_919) % (last - 1);
    jumps += 1;
    return jump(page, jumps % 2 === 1 ? far + 1 : far);
  };
  const { sides, close } = await sidesInPage(session, "with_peers", "jump");
  const results = await inTurn({ Pasos: travel, ruler: sides.ruler });
  await Promise.all([page.context().close(), close()]);
  return results;
}
