// A browser whose process can be ended at once, as by a power cut or a task manager, and started again on the same profile.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { browserArguments, browserPath } from "./harness.mjs";

/** A profile on disk, with the browsers that use it one after the other. */
export function newProfile() {
  const folder = mkdtempSync(join(tmpdir(), "pasos-profile-"));
  let process_ = null;
  return {
    /** Starts the browser; gives its one context. */
    async start() {
      process_ = spawn(
        browserPath(),
        [...browserArguments, "--headless=new", "--remote-debugging-port=0", `--user-data-dir=${folder}`, "about:blank"],
        { stdio: ["ignore", "ignore", "pipe"], detached: true },
      );
      const address = await new Promise((resolve, reject) => {
        let said = "";
        process_.stderr.on("data", (data) => {
          said += data;
          const found = said.match(/ws:\/\/\S+/);
          if (found) resolve(found[0]);
        });
        process_.once("exit", () => reject(new Error(`the browser did not start: ${said}`)));
      });
      const browser = await chromium.connectOverCDP(address);
      return browser.contexts()[0];
    },
    /** Ends every process of the browser at once: nothing is told to them. */
    async kill() {
      const ended = new Promise((resolve) => process_.once("exit", resolve));
      process.kill(-process_.pid, "SIGKILL");
      await ended;
    },
    remove() {
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
