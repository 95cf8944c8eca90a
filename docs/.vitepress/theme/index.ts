import DefaultTheme from "vitepress/theme-without-fonts";
import { h } from "vue";
import type { Theme } from "vitepress";
import EightCells from "./EightCells.vue";
import "./style.css";

const theme: Theme = {
  extends: DefaultTheme,
  Layout: () => h(DefaultTheme.Layout, null, { "home-hero-image": () => h(EightCells) }),
};

export default theme;
