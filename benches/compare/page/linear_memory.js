// Keeps the linear memory of each WebAssembly instance that is made after this ran: the browser's own count leaves it out.
const memories = [];

for (const name of ["instantiate", "instantiateStreaming"]) {
  const original = WebAssembly[name];
  WebAssembly[name] = async (...parameters) => {
    const made = await original.apply(WebAssembly, parameters);
    memories.push((made.instance ?? made).exports.memory);
    return made;
  };
}

/** Bytes of all of them. */
globalThis.linearMemory = () => memories.filter(Boolean).reduce((sum, { buffer }) => sum + buffer.byteLength, 0);
