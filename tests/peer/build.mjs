// Bundles the two peers into dist/.
import { cpSync, mkdirSync } from "node:fs";
import { build } from "esbuild";

for (const app of ["hand-written", "surveyjs"]) {
  mkdirSync(`dist/${app}`, { recursive: true });
  cpSync(`${app}/index.html`, `dist/${app}/index.html`);
  await build({
    entryPoints: [`${app}/app.js`],
    outdir: `dist/${app}`,
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2024",
    define: { "process.env.NODE_ENV": '"production"' },
    legalComments: "none",
    loader: { ".svg": "dataurl" },
  });
}
