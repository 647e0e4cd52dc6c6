// What the page of Pasos says to its worker (src/engine/protocol.rs), in the page's own way. All that a benchmark knows of the
// protocol stands here.

/** What the worker says without having been asked. */
const isUnasked = (message) => message === "ServicesLoaded" || message.Busy;

/** A worker of Pasos that is ready: `ask(request)` sends a message as the bytes of its text and gives the answer, read from its own. */
export async function startWorker(address = "./engine_loader.js") {
  const worker = new Worker(address, { type: "module" });
  await new Promise((resolve, reject) => Object.assign(worker, { onmessage: resolve, onerror: reject }));
  return {
    ask: (request) =>
      new Promise((resolve, reject) => {
        worker.onerror = ({ message }) => reject(new Error(message));
        worker.onmessage = ({ data }) => {
          const message = JSON.parse(new TextDecoder().decode(data));
          if (!isUnasked(message)) resolve(message);
        };
        const bytes = new TextEncoder().encode(JSON.stringify(request));
        worker.postMessage(bytes, [bytes.buffer]);
      }),
    end: () => worker.terminate(),
  };
}

/** The part of an answer that was expected, or an error that has the whole. */
function expect(answer, name) {
  if (answer[name] === undefined) throw new Error(`${name} was expected: ${JSON.stringify(answer).slice(0, 200)}`);
  return answer[name];
}

let revision = 0;

/** Checks a text: from the message to the findings. */
export async function check({ ask }, text) {
  revision += 1;
  const options = { execution_type: "Standard", input: null, mocks: { states: {} }, silenced: [] };
  return expect(await ask({ Check: { revision, text, options } }), "Checked");
}

let run = 0;

/** Runs a machine of `simulations.js` to its end: from the message to the last answer, the history kept in the worker. */
export async function simulate({ ask }, { text, input, type, files }) {
  run += 1;
  const buckets = Object.entries(files).map(([name, objects]) => [
    name,
    Object.fromEntries(Object.entries(objects).map(([key, content]) => [key, btoa(content)])),
  ]);
  const surroundings = {
    mocks: { states: {} },
    files: { buckets: Object.fromEntries(buckets) },
    machines: {},
    execution_type: type,
    seed: 1,
    is_interactive: false,
  };
  let answer = await ask({ Start: { run, text, input, surroundings } });
  for (;;) {
    const { outcome, view } = expect(answer, "Advanced");
    if (outcome) {
      if (outcome.status !== "Succeeded") throw new Error(`${outcome.status}: ${outcome.error} ${outcome.cause}`);
      return view;
    }
    answer = await ask({ Advance: { run, steps: 100_000, lets_time_pass: true } });
  }
}

/** Shows the latest run as it was at a step. */
export async function look({ ask }, step) {
  return expect(await ask({ Look: { run, step } }), "Seen").view;
}
