// Vue 3. In a single-file component the same reads
//   <assay-assessment :lang="language" depth="quick" @assay-progress="…" @assay-result="…" />
// with  vue({ template: { compilerOptions: { isCustomElement: (tag) => tag.startsWith("assay-") } } })
// in vite.config.js. The page loads embed.js itself.

import { createApp, h, ref } from "vue";

const Page = {
  setup() {
    const language = ref("en");
    const answered = ref(null);
    const sent = ref(null);
    const turn = () => { language.value = language.value === "en" ? "zh-CN" : "en"; };
    return () => [
      h("button", { type: "button", onClick: turn }, language.value === "en" ? "中文" : "English"),
      h("p", { id: "answered" }, answered.value ? `${answered.value.answered} of ${answered.value.total}` : "not begun"),
      h("p", { id: "sent" }, sent.value ? sent.value.link : "nothing sent"),
      h("assay-assessment", {
        lang: language.value,
        depth: "quick",
        onAssayProgress: (event) => { answered.value = event.detail; },
        onAssayResult: (event) => { sent.value = event.detail; },
      }),
    ];
  },
};

createApp(Page).mount("#app");
