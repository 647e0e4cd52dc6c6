// What is known of a service is fetched when a machine calls it, and counts in the check once it is there.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { open, openFile, start } from "./harness.mjs";

let session;
before(async () => (session = await start()));
after(() => session.stop());

const call = (parameters) =>
  JSON.stringify({
    StartAt: "Remove",
    States: {
      Remove: {
        Type: "Task",
        Resource: "arn:aws:states:::aws-sdk:sqs:deleteMessage",
        Parameters: parameters,
        End: true,
      },
    },
  });

test("a parameter that the service does not take is told, and mended", async () => {
  const page = await open(session);
  const fetched = [];
  page.on("response", (response) => {
    const part = /services\/(\w+)\.bin$/.exec(response.url());
    if (part) fetched.push(part[1]);
  });
  await openFile(page, "call.json", call({ QueueUrl: "q", ReceiptHandel: "r" }));
  const problem = page.locator('[data-rule="unknown-argument"]');
  await problem.waitFor();
  assert.match(await problem.textContent(), /ReceiptHandle/);
  // Only what is called is fetched, beside the index; two questions may ask for it before it has come.
  assert.deepEqual([...new Set(fetched)].filter((name) => name !== "index"), ["sqs"]);
  await openFile(page, "call.json", call({ QueueUrl: "q", ReceiptHandle: "r" }));
  await problem.waitFor({ state: "detached" });
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test("without the table the page checks everything else", async () => {
  const page = await open(session);
  await page.context().route("**/services/*.bin", (route) => route.abort());
  await page.reload();
  const text = call({ ReceiptHandel: "r" }).replace('"End":true', '"Next":"Nowhere"');
  await openFile(page, "call.json", text);
  await page.locator('[data-rule="missing-target"]').waitFor();
  assert.equal(await page.locator('[data-rule="unknown-argument"]').count(), 0);
  await page.context().close();
});
