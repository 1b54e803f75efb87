// Hands a result to the firm's own server. The event comes only after the visitor has pressed "Send"
// in the frame and has seen there what is sent.

const LEADS = "/leads";
const state = document.getElementById("state");

document.addEventListener("assay-result", async (event) => {
  const { result, link } = event.detail;
  // What a CRM needs as fields; the whole result goes along for later.
  const lead = {
    source: location.pathname,
    ai_content: result.ai_content.value,
    level: result.ai_content.level,
    recommended_path: result.recommendation.path,
    link,
    result,
  };
  state.textContent = "Sending …";
  try {
    const response = await fetch(LEADS, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(lead),
    });
    if (!response.ok) throw new Error(`status ${response.status}`);
    state.textContent = "Thank you: we have your result.";
  } catch (error) {
    // The visitor pressed "Send" and believes that it arrived: say that it did not, and how it still can.
    state.textContent = `Your result did not reach us (${error.message}). Please send us this link: ${link}`;
  }
});
