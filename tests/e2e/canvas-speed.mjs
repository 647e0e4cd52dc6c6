// Not a test: measures how fast large definitions are opened and moved, on the release page in Chromium.
// Usage: node tests/e2e/canvas-speed.mjs [sizes, 1000,10000] [shapes, chain,choices,nested,catches]
//
// Prints one row for each shape and size: the time from the text to the picture (reading, layout and mounting together, in
// one task of the page), the times between two frames while the view is panned, zoomed in steps, and panned from far, the
// same while a state is dragged to and fro over others, the times that the page works for a move of the mouse while all states
// are selected and dragged (with the alt key too, which places them by hand), and the times from a key to the next picture: for
// a state that is deleted, and one that is duplicated.
// "processor" is the time that the page's own thread worked for one opening, whatever else the machine did meanwhile:
// until the picture is there. Times are medians and 95th percentiles in milliseconds. Chromium draws with the processor alone here (`--disable-gpu`).
import { open, openFile, start } from "./harness.mjs";

const list = (text) => text.split(",");
const sizes = list(process.argv[2] ?? "1000,10000").map(Number);
const shapes = list(process.argv[3] ?? "chain,choices,nested,catches");
const rounds = 5;

/** Puts `Next` or `End` into a state. */
const ended = (state, next) => (next ? { ...state, Next: next } : { ...state, End: true });
const name = (number) => `State ${number}`;

// The shapes of benches/canvas.rs.
const generators = {
  chain(n) {
    const states = {};
    for (let at = 0; at < n; at += 1) states[name(at)] = ended({ Type: "Pass", Comment: "c" }, at + 1 < n && name(at + 1));
    return states;
  },
  choices(n) {
    const states = {};
    const groups = Math.floor(n / 5);
    for (let group = 0; group < groups; group += 1) {
      const first = group * 5;
      const rule = (number) => ({ Variable: "$.n", NumericEquals: number, Next: name(first + number) });
      const last = group % 10 === 9 ? name(first + 4 - 20) : name(first + 3);
      states[name(first)] = { Type: "Choice", Choices: [rule(1), rule(2)], Default: last };
      for (let way = 1; way < 4; way += 1) states[name(first + way)] = ended({ Type: "Pass" }, name(first + 4));
      states[name(first + 4)] = ended({ Type: "Wait", Seconds: 1 }, group + 1 < groups && name(first + 5));
    }
    return states;
  },
  nested(n) {
    const states = {};
    const groups = Math.floor(n / 8);
    const scope = (...inner) => ({ StartAt: inner[0][0], States: Object.fromEntries(inner) });
    for (let group = 0; group < groups; group += 1) {
      const inner = (part) => `${part} ${group}`;
      const pass = (part, next) => [inner(part), ended({ Type: "Pass" }, next && inner(next))];
      const map = { Type: "Map", ItemProcessor: scope(pass("E", "F"), pass("F")), Next: inner("D") };
      const branches = [scope(pass("A", "B"), pass("B")), scope([inner("C"), map], pass("D"))];
      states[name(group)] = ended({ Type: "Parallel", Branches: branches }, group + 1 < groups && name(group + 1));
    }
    return states;
  },
  catches(n) {
    const states = {};
    const handlers = Math.floor(n / 50);
    const tasks = n - handlers;
    for (let at = 0; at < tasks; at += 1) {
      const task = {
        Type: "Task",
        Resource: "arn:aws:states:::lambda:invoke",
        Parameters: { FunctionName: "f", "Payload.$": "$" },
        Catch: [{ ErrorEquals: ["States.ALL"], Next: `Handler ${Math.floor(at / 50) % handlers}` }],
      };
      states[name(at)] = ended(task, at + 1 < tasks && name(at + 1));
    }
    for (let at = 0; at < handlers; at += 1) states[`Handler ${at}`] = { Type: "Fail", Error: "E" };
    return states;
  },
};

const count = (states) =>
  Object.values(states).reduce(
    (sum, state) =>
      sum + 1 + [...(state.Branches ?? []), state.ItemProcessor].filter(Boolean).reduce((inner, scope) => inner + count(scope.States), 0),
    0,
  );

const sorted = (times) => [...times].sort((a, b) => a - b);
const median = (times) => sorted(times)[times.length >> 1] ?? NaN;
const late = (times) => sorted(times)[Math.min(times.length - 1, Math.floor(times.length * 0.95))] ?? NaN;
const figures = (times) => `${median(times).toFixed(1)} / ${late(times).toFixed(1)}`;

/** The time from the paste of a text to its picture, and the longest task on the way. */
async function openingTime(page, text, n_states) {
  return page.evaluate(
    ({ text, n_states }) =>
      new Promise((resolve) => {
        const canvas = document.querySelector(".canvas");
        const began = performance.now();
        const look = new MutationObserver(() => {
          if (canvas.dataset.states !== String(n_states)) return;
          look.disconnect();
          // Signals settle before the next frame; the frame after it has been drawn when this task runs.
          requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - began)));
        });
        look.observe(canvas, { attributes: true });
        const data = new DataTransfer();
        data.setData("text/plain", text);
        document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true }));
      }),
    { text, n_states },
  );
}

/** The times between frames while the wheel turns once in each. */
async function frameTimes(page, { frames, dx, dy, zoom }) {
  return page.evaluate(
    ({ frames, dx, dy, zoom }) =>
      new Promise((resolve) => {
        const canvas = document.querySelector(".canvas");
        const box = canvas.getBoundingClientRect();
        const times = [];
        let last = 0;
        const frame = (now) => {
          if (last) times.push(now - last);
          last = now;
          if (times.length === frames) return resolve(times);
          const back = times.length >= frames / 2 ? -1 : 1;
          const options = { bubbles: true, cancelable: true, clientX: box.x + box.width / 2, clientY: box.y + box.height / 2 };
          canvas.dispatchEvent(new WheelEvent("wheel", { ...options, ctrlKey: Boolean(zoom), deltaX: dx * back, deltaY: (zoom ?? dy) * back }));
          requestAnimationFrame(frame);
        };
        requestAnimationFrame(frame);
      }),
    { frames, dx, dy, zoom },
  );
}

/** The times between frames while a state is dragged to and fro over the drawing by the mouse, which moves in each. */
async function dragTimes(page, moves) {
  const box = await page.locator(".canvas").boundingBox();
  const from = await page.evaluate(({ x, y, width, height }) => {
    const middle = (node) => {
      const rect = node.getBoundingClientRect();
      return { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 };
    };
    const away = (at) => Math.abs(at.x - x - width / 2) + Math.abs(at.y - y - height / 2);
    return [...document.querySelectorAll(".node > button")].map(middle).sort((a, b) => away(a) - away(b))[0];
  }, box);
  const mouse = await page.context().newCDPSession(page);
  const move = (type, at, buttons) =>
    mouse.send("Input.dispatchMouseEvent", { type, x: at.x, y: at.y, button: "left", buttons, clickCount: 1 });
  await move("mouseMoved", from, 0);
  await move("mousePressed", from, 1);
  await page.evaluate(() => {
    window.dragged = { times: [], n_moves: 0, goes: true };
    window.addEventListener("pointermove", () => (window.dragged.n_moves += 1));
    let last = 0;
    const frame = (now) => {
      if (last) window.dragged.times.push(now - last);
      last = now;
      if (window.dragged.goes) requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
  const sent = [];
  for (let at = 0; at < moves; at += 1) {
    const turn = (share) => Math.abs(((share * 2 + 1) % 2) - 1);
    const to = { x: box.x + box.width * (0.1 + 0.8 * turn(at / 61)), y: box.y + box.height * (0.1 + 0.8 * turn(at / 97)) };
    sent.push(move("mouseMoved", to, 1));
    await page.waitForTimeout(12);
  }
  await Promise.all(sent);
  const { times, n_moves } = await page.evaluate(() => {
    window.dragged.goes = false;
    return window.dragged;
  });
  if (!(await page.locator(".held").count())) throw new Error("nothing is dragged");
  await page.keyboard.press("Escape");
  await move("mouseReleased", from, 0);
  if (n_moves < times.length / 2) console.log(`the mouse moved in ${n_moves} of ${times.length} frames only`);
  return times;
}

/** How long the page works for each move of the mouse while all states are selected and dragged, by hand or not. */
async function dragAllTimes(page, moves, altKey) {
  await page.keyboard.press("Escape");
  await page.locator(".node > button").first().focus();
  await page.keyboard.press("Control+a");
  return page.evaluate(
    async ({ moves, altKey }) => {
      const box = document.querySelector(".canvas").getBoundingClientRect();
      const settled = () => new Promise((resolve) => {
        // Effects of the page are done in its microtasks, before this task.
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = resolve;
        port2.postMessage(null);
      });
      const send = (on, type, x, y) =>
        on.dispatchEvent(new PointerEvent(type, { bubbles: true, pointerType: "mouse", button: 0, altKey, clientX: x, clientY: y }));
      const node = [...document.querySelectorAll(".node.is-selected > button")].find((node) => {
        const { x, y } = node.getBoundingClientRect();
        return x > box.x + 60 && x < box.right - 200 && y > box.y + 100 && y < box.bottom - 100;
      });
      const from = node.getBoundingClientRect();
      send(node, "pointerdown", from.x + 9, from.y + 9);
      const times = [];
      for (let at = 0; at < moves; at += 1) {
        const began = performance.now();
        send(window, "pointermove", box.x + box.width * (0.2 + 0.6 * ((at * 7) % 61) / 61), box.y + box.height * (0.2 + 0.6 * ((at * 11) % 97) / 97));
        await settled();
        times.push(performance.now() - began);
        await new Promise(requestAnimationFrame);
      }
      if (!document.querySelector(".held")) throw new Error("nothing is dragged");
      window.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape" }));
      return times;
    },
    { moves, altKey },
  );
}

/** The time from a key, pressed on a state in the middle of what is seen, until the picture after it. */
async function editTime(page, key, n_states) {
  return page.evaluate(
    ({ key, n_states }) =>
      new Promise((resolve) => {
        const canvas = document.querySelector(".canvas");
        const nodes = [...canvas.querySelectorAll(".node > button")];
        const node = nodes[nodes.length >> 1];
        node.click();
        setTimeout(() => {
          const began = performance.now();
          const look = new MutationObserver(() => {
            if (canvas.dataset.states !== String(n_states)) return;
            look.disconnect();
            requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - began)));
          });
          look.observe(canvas, { attributes: true });
          node.dispatchEvent(new KeyboardEvent("keydown", { ...key, bubbles: true, cancelable: true }));
        }, 400);
      }),
    { key, n_states },
  );
}

const session = await start();
const rows = [];
for (const shape of shapes) {
  for (const size of sizes) {
    const states = generators[shape](size);
    const n_states = count(states);
    const text = JSON.stringify({ StartAt: Object.keys(states)[0], States: states }, null, 2);
    const opening = [];
    const page = await open(session);
    const profiler = await page.context().newCDPSession(page);
    await profiler.send("Performance.enable", { timeDomain: "threadTicks" });
    const worked = async () => {
      const { metrics } = await profiler.send("Performance.getMetrics");
      return metrics.find((metric) => metric.name === "TaskDuration").value * 1000;
    };
    const processor = [];
    for (let round = 0; round < rounds; round += 1) {
      const before = await worked();
      opening.push(await openingTime(page, text, n_states));
      processor.push((await worked()) - before);
      // Between two rounds a small machine, so that each draws all of it.
      await openingTime(page, '{"StartAt": "A", "States": {"A": {"Type": "Succeed"}}}', 1);
    }
    await openingTime(page, text, n_states);
    await page.waitForTimeout(1500);
    await page.keyboard.press("Escape");
    const wheel = (options) => frameTimes(page, { frames: 120, dx: 0, dy: 0, ...options });
    const before = await worked();
    const pan = await wheel({ dy: 40 });
    const perFrame = ((await worked()) - before) / 120;
    const mounted = await page.locator(".world [data-state]").count();
    const zoom = await wheel({ zoom: 10 });
    const drag = await dragTimes(page, 150);
    const dragAll = await dragAllTimes(page, 100, false);
    const placeAll = await dragAllTimes(page, 100, true);
    await page.keyboard.press("Escape");
    const edits = { deleted: [], duplicated: [] };
    for (let round = 0; round < rounds; round += 1) {
      edits.deleted.push(await editTime(page, { key: "Delete" }, n_states - 1));
      await page.keyboard.press("Control+z");
      await page.waitForTimeout(500);
      edits.duplicated.push(await editTime(page, { key: "d", ctrlKey: true }, n_states + 1));
      await page.keyboard.press("Control+z");
      await page.waitForTimeout(500);
    }
    for (let press = 0; press < 14; press += 1) await page.locator(".corner button").nth(2).click();
    await page.waitForTimeout(300);
    const far = await wheel({ dy: 40 });
    rows.push({
      shape,
      states: n_states,
      "opened (median / 95 %)": figures(opening),
      processor: figures(processor),
      mounted,
      pan: figures(pan),
      "of it processor": perFrame.toFixed(1),
      zoom: figures(zoom),
      drag: figures(drag),
      "all dragged": figures(dragAll),
      "all by hand": figures(placeAll),
      deleted: figures(edits.deleted),
      duplicated: figures(edits.duplicated),
      "pan from far": figures(far),
    });
    if (page.complaints.length > 0) console.log(shape, size, page.complaints);
    await page.context().close();
  }
}
await session.stop();
console.table(rows);
