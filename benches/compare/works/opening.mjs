// From a definition to its layout. Pasos, in its page, from the paste of the text to the picture after it: reading, layout and
// drawing. The libraries, in a page of their own, from the text to coordinates, without drawing.
import { checked, open } from "../../../tests/e2e/harness.mjs";
import { mixed } from "../definitions.js";
import { inTurn } from "../in_turn.mjs";
import { sidesInPage } from "./in_page.mjs";

/** A machine between two openings, so that each draws all of the next. */
const SMALL = '{"StartAt": "A", "States": {"A": {"Type": "Succeed"}}}';

/** The time from the paste of a text to the picture of its `n_states` states. */
const paste = (page, text, n_states) =>
  page.evaluate(
    ([text, n_states]) =>
      new Promise((resolve) => {
        const canvas = document.querySelector(".canvas");
        const look = new MutationObserver(() => {
          if (canvas.dataset.states !== String(n_states)) return;
          look.disconnect();
          // Signals settle before the next frame; that frame has been drawn when this task runs.
          requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - began)));
        });
        look.observe(canvas, { attributes: true });
        const data = new DataTransfer();
        data.setData("text/plain", text);
        const began = performance.now();
        document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true }));
      }),
    [text, n_states],
  );

/** Pasos alone: a function that opens a machine of a size, and the page to close. */
export async function opening(session, size) {
  const [page, text] = [await open(session), mixed(size)];
  const once = async () => {
    await paste(page, SMALL, 1);
    const time = await paste(page, text, size);
    // The worker is at rest again before another side is measured.
    await checked(page);
    return time;
  };
  return { once, close: () => page.context().close() };
}

/** Pasos and the libraries in turn. */
export async function layout(session, size, without) {
  const product = await opening(session, size);
  const peers = await sidesInPage(session, "with_peers", "layout", size);
  for (const side of without) delete peers.sides[side];
  const results = await inTurn({ Pasos: product.once, ...peers.sides }, peers);
  await Promise.all([product.close(), peers.close()]);
  return results;
}
