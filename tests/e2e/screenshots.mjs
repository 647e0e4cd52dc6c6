// Not a test: takes pictures of the page for people to look at, into tests/e2e/output/.
import { mkdirSync } from "node:fs";
import { open, openExample, start } from "./harness.mjs";

const wanted = process.argv.slice(2);
const session = await start();
mkdirSync("tests/e2e/output", { recursive: true });
for (const [width, height] of [[1440, 900], [1024, 768], [390, 844]]) {
  for (const theme of ["light", "dark"]) {
    for (const locale of ["en-US", "es-ES"]) {
      const name = `${width}-${theme}-${locale.slice(0, 2)}`;
      if (wanted.length > 0 && !wanted.some((part) => name.includes(part))) continue;
      const page = await open(session, { width, height, theme, locale });
      await page.waitForTimeout(600);
      await page.screenshot({ path: `tests/e2e/output/${name}-start.png` });
      for (const example of ["vending-machine", "user-registration", "video-pipeline", "order", "file-lines"]) {
        await openExample(page, example);
        await page.waitForTimeout(300);
        if (example === "order") await page.locator('[data-state="Charge card"] button').click();
        if (example === "file-lines" || example === "vending-machine") {
          for (let step = 0; step < 9; step += 1) await page.locator('[data-run="step"]').click();
        }
        await page.waitForTimeout(300);
        await page.screenshot({ path: `tests/e2e/output/${name}-${example}.png` });
      }
      if (page.complaints.length > 0) console.log(name, page.complaints);
      await page.context().close();
    }
  }
}
await session.stop();
