declare module "*.vue" {
  import type { Component } from "vue";
  // oxlint-disable-next-line import/no-default-export -- Vue's compiler makes it.
  export default component;
  const component: Component;
}

declare module "*.css";
