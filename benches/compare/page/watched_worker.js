// The worker of Pasos, with an ear for the question how much linear memory it has.
import "./linear_memory.js";

const channel = new BroadcastChannel("linear memory");
channel.onmessage = () => channel.postMessage(globalThis.linearMemory());
import(new URL("engine_loader.js", location.href).href);
