// From navigation to the first picture, each time in an empty profile, from a server on this machine. Pasos draws the machine it
// starts with, bpmn-js its new diagram, @xyflow/react as many nodes.
import { inTurn } from "../in_turn.mjs";

/** The page of each side, and what has a text in it once the picture is there. */
const pages = {
  Pasos: ["", ".node .node-name"],
  "bpmn-js": ["bpmn.html", ".djs-shape .djs-visual"],
  "@xyflow/react": ["flow.html", ".react-flow__node"],
};

/** The time from navigation until `selector` has been drawn. */
async function once(session, [address, selector]) {
  const context = await session.browser.newContext({ viewport: { width: 1440, height: 900 }, locale: "en-US" });
  const page = await context.newPage();
  await page.addInitScript((selector) => {
    const seen = new MutationObserver(() => {
      const found = document.querySelector(selector);
      if (!found || (found instanceof HTMLElement && !found.textContent)) return;
      seen.disconnect();
      requestAnimationFrame(() => setTimeout(() => (window.firstPicture = performance.now())));
    });
    seen.observe(document, { childList: true, subtree: true, characterData: true });
  }, selector);
  await page.goto(session.url + address);
  await page.waitForFunction(() => window.firstPicture);
  const time = await page.evaluate(() => window.firstPicture);
  await context.close();
  return time;
}

export const firstPicture = (session) =>
  inTurn(Object.fromEntries(Object.entries(pages).map(([name, page]) => [name, () => once(session, page)])), { warmUp: 1, rounds: 15 });
