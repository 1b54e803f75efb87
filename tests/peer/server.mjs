// Serves a folder on 127.0.0.1 with brotli and without caching.
import { createServer } from "node:http";
import { readFileSync, statSync } from "node:fs";
import { extname, join, normalize, sep } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
};

/** Serves a folder and further files by their paths. Returns the address and a function that ends the server. */
export async function serve(folder, furtherFiles) {
  const compressed = new Map();
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://site").pathname);
    const name = path.endsWith("/") ? `${path}index.html` : path;
    const content = furtherFiles[name] ?? readFileIn(folder, name);
    if (content === undefined) {
      response.writeHead(404);
      response.end();
      return;
    }
    if (!compressed.has(name)) compressed.set(name, compress(content));
    response.writeHead(200, {
      "Content-Type": TYPES[extname(name)] ?? "application/octet-stream",
      "Content-Encoding": "br",
      "Cache-Control": "no-store",
    });
    response.end(compressed.get(name));
  });
  await new Promise(resolve => server.listen(0, "127.0.0.1", resolve));
  return { address: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}

function readFileIn(folder, name) {
  const file = normalize(join(folder, name));
  const isInside = file.startsWith(normalize(folder) + sep);
  return isInside && statSync(file, { throwIfNoEntry: false })?.isFile() ? readFileSync(file) : undefined;
}

function compress(content) {
  return brotliCompressSync(Buffer.from(content), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
}
