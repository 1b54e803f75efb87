// Runs the wasm module at the path in the first argument and prints the results that it computes.
import { readFile } from "node:fs/promises";

const { instance } = await WebAssembly.instantiate(await readFile(process.argv[2]), {});
const { memory, assay_parity_run, assay_parity_length } = instance.exports;
const start = assay_parity_run() >>> 0;
process.stdout.write(new Uint8Array(memory.buffer, start, assay_parity_length()));
