import { wide } from "./support/browser.ts";
import { openPages } from "./support/open-pages.ts";

openPages(wide, "light");
