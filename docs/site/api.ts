/**
 * Writes docs/api, the reference of every entry, from the types and comments of lib/. A warning of
 * TypeDoc is an error, because each one is a hole in a page.
 */
import { existsSync, readFileSync } from "node:fs";
import { Application, Comment, CommentTag, Converter, PageEvent, ReflectionKind } from "typedoc";
import type { DeclarationReflection, TypeDocOptions } from "typedoc";
import type { PluginOptions } from "typedoc-plugin-markdown";
import { loadDefaults } from "./defaults.ts";
import { entries, root, type PackageEntry } from "./entries.ts";

const out = `${root}/docs/api`;

/** The pages that have another name than their family. */
const pages: Readonly<Record<string, string>> = {
  safetensors: "files",
  npy: "files",
  npz: "files",
  checkpoint: "files",
  ndarray: "policies",
  distribute: "machines",
};

/** The guide to an entry, from its page in the reference. */
function guideTo(name: string): string {
  const [family] = name.split("/") as [string];
  const page = pages[family] ?? family;
  if (!existsSync(`${root}/docs/${page}.md`)) throw new Error(`no guide to ${name}`);
  return `${"../".repeat(name.split("/").length)}${page}.md`;
}

/** The first line of an index says what its folder is for, and the guide says the rest. */
function introduction({ name, source }: PackageEntry): Comment {
  const [line] = readFileSync(source, "utf8").split("\n");
  const text = `${line!.replace(/^\/\/ /, "")} The [guide](${guideTo(name)}) explains it.`;
  return new Comment([{ kind: "text", text }]);
}

/** TypeDoc names a module by its folder in lib/. */
const moduleOf = ({ source }: PackageEntry): string =>
  source.slice(`${root}/lib/`.length).replace(/\/index\.ts$|\.ts$/, "");

const modules = (all: readonly DeclarationReflection[] = []): DeclarationReflection[] =>
  all.filter((child) => child.kindOf(ReflectionKind.Module));

/** Names the modules as a user imports them, and sets apart what their types mention only. */
function loadModules(app: Application): void {
  const exported = new Set<DeclarationReflection>();
  app.converter.on(
    Converter.EVENT_RESOLVE_BEGIN,
    ({ project }) => {
      for (const { children = [] } of modules(project.children)) {
        for (const child of children) exported.add(child);
      }
    },
    2e9, // before typedoc-plugin-missing-exports, which adds what it finds at 1e9
  );
  app.converter.on(Converter.EVENT_RESOLVE_BEGIN, ({ project }) => {
    for (const module of modules(project.children)) {
      const entry = entries.find((own) => moduleOf(own) === module.name);
      if (entry === undefined) throw new Error(`the module ${module.name} is no entry`);
      module.name = entry.name;
      module.comment = introduction(entry);
      for (const child of module.children ?? []) {
        if (exported.has(child)) continue;
        const group = new CommentTag("@group", [{ kind: "text", text: "Behind these types" }]);
        (child.comment ??= new Comment()).blockTags.push(group);
      }
    }
  });
}

const options: Partial<TypeDocOptions> = {
  entryPoints: entries.map(({ source }) => source),
  tsconfig: `${root}/tsconfig.build.json`,
  out,
  readme: "none",
  disableSources: true,
  excludeExternals: true,
  hideGenerator: true,
  groupOrder: ["Functions", "Variables", "Interfaces", "Type Aliases", "*", "Behind these types"],
  logLevel: "Warn",
};

/** typedoc-plugin-missing-exports has no types. */
const missingExports = { placeInternalsInOwningModule: true };

const pluginOptions: Partial<PluginOptions> = {
  outputFileStrategy: "modules",
  entryFileName: "index",
  hidePageHeader: true,
  hideBreadcrumbs: true,
  parametersFormat: "table",
  interfacePropertiesFormat: "table",
  typeAliasPropertiesFormat: "table",
  typeDeclarationFormat: "table",
  propertyMembersFormat: "table",
  tableColumnSettings: {
    hideDefaults: false,
    hideInherited: true,
    hideModifiers: true,
    hideOverrides: true,
    hideSources: true,
    hideValues: false,
    leftAlignHeaders: false,
  },
  pageTitleTemplates: {
    index: "Every entry of the package",
    module: ({ name }) => entries.find((entry) => entry.name === name)?.specifier ?? name,
    member: "{name}",
  },
};

/** Keeps Vue from reading types such as `{{ w: 2 }}` as expressions of its own. */
function loadVerbatim(app: Application): void {
  app.renderer.on(PageEvent.END, (page: PageEvent) => {
    page.contents = `::: v-pre\n\n${page.contents ?? ""}\n\n:::\n`;
  });
}

const own = [loadDefaults, loadModules, loadVerbatim];
const app = await Application.bootstrapWithPlugins({
  ...options,
  ...missingExports,
  ...pluginOptions,
  plugin: ["typedoc-plugin-markdown", "typedoc-plugin-missing-exports", ...own],
});
const project = await app.convert();
if (project === undefined) throw new Error("TypeDoc could not read lib");
app.validate(project);
await app.generateOutputs(project);
if (app.logger.hasErrors() || app.logger.hasWarnings()) {
  throw new Error("TypeDoc has warnings, which are above");
}
