/** A page for each program of examples/. */
import { readdirSync, readFileSync } from "node:fs";
import { root } from "../site/entries.ts";

const folder = `${root}/examples`;

// oxlint-disable-next-line import/no-default-export -- VitePress asks for it
export default {
  paths: () =>
    readdirSync(folder)
      .filter((file) => file.endsWith(".ts"))
      .map((file) => ({
        params: { program: file.replace(/\.ts$/, "") },
        content: `\`\`\`ts\n${readFileSync(`${folder}/${file}`, "utf8")}\`\`\`\n`,
      })),
};
