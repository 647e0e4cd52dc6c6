import { open, openExample, start } from "./harness.mjs";
const s = await start();
for (const [name, options, act] of [
  ["vending-touch", { width: 390, height: 844, touch: true, locale: "es-ES" }, async (page) => { await openExample(page, "vending-machine"); await page.waitForTimeout(500); }],
  ["vending-fit", { width: 390, height: 844, touch: true, locale: "es-ES", theme: "dark" }, async (page) => { await openExample(page, "video-pipeline"); await page.waitForTimeout(300); await page.locator('[data-action="fit"]').click(); await page.waitForTimeout(500); }],
  ["video-ltr", { width: 1440, height: 900 }, async (page) => { await openExample(page, "video-pipeline"); await page.locator('[data-action="turn"]').click(); await page.waitForTimeout(300); await page.locator('[data-action="fit"]').click(); await page.waitForTimeout(500); }],
  ["ipad", { width: 768, height: 1024, locale: "es-ES" }, async (page) => { await openExample(page, "order"); await page.waitForTimeout(500); await page.locator('[data-state="Charge card"] > button').click(); await page.waitForTimeout(500);}],
  ["w1200", { width: 1200, height: 800, locale: "es-ES", theme: "dark" }, async (page) => { await openExample(page, "vending-machine"); await page.waitForTimeout(500); await page.locator('.canvas').hover(); }],
]) {
  const page = await open(s, options);
  await act(page);
  await page.screenshot({ path: `/tmp/look-${name}.png` });
  await page.context().close();
}
await s.stop();
