// React 19 hands attributes, properties and events of custom elements through; nothing is to be wrapped.
// The page loads embed.js itself:  <script src="https://assay.firm.example/embed.js" async></script>

import { useEffect, useRef, useState } from "react";
import { createRoot } from "react-dom/client";

/** The assessment; `onResult` hears what the visitor chose to send. */
function Assessment({ onProgress, onResult, ...attributes }) {
  const element = useRef(null);
  useEffect(() => {
    const progress = (event) => onProgress?.(event.detail);
    const result = (event) => onResult?.(event.detail);
    const it = element.current;
    it.addEventListener("assay-progress", progress);
    it.addEventListener("assay-result", result);
    return () => {
      it.removeEventListener("assay-progress", progress);
      it.removeEventListener("assay-result", result);
    };
  }, [onProgress, onResult]);
  return <assay-assessment ref={element} {...attributes} />;
}

function Page() {
  const [language, speak] = useState("en");
  const [progress, setProgress] = useState(null);
  const [sent, setSent] = useState(null);
  return (
    <>
      <button type="button" onClick={() => speak(language === "en" ? "zh-CN" : "en")}>
        {language === "en" ? "中文" : "English"}
      </button>
      <p id="progress">{progress ? `${progress.fraction * 100} %` : "not begun"}</p>
      <p id="sent">{sent ? sent.link : "nothing sent"}</p>
      <Assessment lang={language} depth="quick" onProgress={setProgress} onResult={setSent} />
    </>
  );
}

createRoot(document.getElementById("app")).render(<Page />);
