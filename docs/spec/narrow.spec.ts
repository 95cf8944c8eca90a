import { narrow } from "./support/browser.ts";
import { openPages } from "./support/open-pages.ts";

openPages(narrow, "dark");
