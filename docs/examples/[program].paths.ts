/** A page for each program of examples/. */
import { readdirSync, readFileSync } from "node:fs";
import { root } from "../site/entries.ts";

const folder = `${root}/examples`;

export default {
  paths: () =>
    readdirSync(folder)
      .filter((file) => file.endsWith(".ts"))
      .map((file) => ({
        params: { program: file.replace(/\.ts$/, "") },
        content: `\`\`\`ts\n${readFileSync(`${folder}/${file}`, "utf8")}\`\`\`\n`,
      })),
};
