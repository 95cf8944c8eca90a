/** The pure program inside a vm context: the language alone, and a console to tell by. */
import { readFileSync } from "node:fs";
import { runInNewContext } from "node:vm";

// The deadline of a pool's start needs a clock.
runInNewContext(readFileSync(process.argv[2]!, "utf8"), { console, setTimeout, clearTimeout });
