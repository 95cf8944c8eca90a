import DefaultTheme from "vitepress/theme-without-fonts";
import { h } from "vue";
import type { Theme } from "vitepress";
import EightCells from "./EightCells.vue";
import "./style.css"; // oxlint-disable-line import/no-unassigned-import -- Vite takes it

const theme: Theme = {
  extends: DefaultTheme,
  Layout: () => h(DefaultTheme.Layout, null, { "home-hero-image": () => h(EightCells) }),
};

// oxlint-disable-next-line import/no-default-export -- VitePress asks for it
export default theme;
