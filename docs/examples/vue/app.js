// Vue 3. In a single-file component the same reads
//   <assay-assessment :lang="language" depth="quick" @assay-progress="…" @assay-result="…" />
// with  vue({ template: { compilerOptions: { isCustomElement: (tag) => tag.startsWith("assay-") } } })
// in vite.config.js. The page loads embed.js itself.

import { createApp, h, ref } from "vue";

const Page = {
  setup() {
    const language = ref("en");
    const progress = ref(null);
    const sent = ref(null);
    const turn = () => { language.value = language.value === "en" ? "zh-CN" : "en"; };
    return () => [
      h("button", { type: "button", onClick: turn }, language.value === "en" ? "中文" : "English"),
      h("p", { id: "progress" }, progress.value ? `${progress.value.fraction * 100} %` : "not begun"),
      h("p", { id: "sent" }, sent.value ? sent.value.link : "nothing sent"),
      h("assay-assessment", {
        lang: language.value,
        depth: "quick",
        onAssayProgress: (event) => { progress.value = event.detail; },
        onAssayResult: (event) => { sent.value = event.detail; },
      }),
    ];
  },
};

createApp(Page).mount("#app");
