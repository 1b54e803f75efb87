// Types for embed.js. docs/embedding-reference.md tells what everything does.

export interface AssayResult {
  /** A file of the format assay.result/1. */
  result: { format: "assay.result/1"; [field: string]: unknown };
  /** Opens the result. */
  link: string;
}

export interface AssayProgress {
  /** How far the visitor is: 0 to 1, in tenths. */
  fraction: number;
  /** The id of the section that shows, or null outside the sections. */
  section: string | null;
}

export interface AssayError {
  code: "address" | "origin" | "unreachable" | "handshake" | "not-allowed" | "message" | "prefill" | "colours";
  /** English, for developers. */
  message: string;
}

/** What a rejected `getResult()` is rejected with. */
export interface AssayRefusal extends Error {
  code: "declined" | "nothing-to-send" | "not-allowed" | "unreachable";
}

export interface AssayEventMap {
  "assay-ready": CustomEvent<{ version: string; result: boolean }>;
  "assay-started": CustomEvent<Record<string, never>>;
  "assay-progress": CustomEvent<AssayProgress>;
  "assay-completed": CustomEvent<Record<string, never>>;
  "assay-result": CustomEvent<AssayResult>;
  "assay-resize": CustomEvent<{ height: number }>;
  "assay-error": CustomEvent<AssayError>;
}

export interface AssayAttributes {
  src?: string;
  model?: string;
  lang?: string;
  theme?: "page" | "light" | "dark" | "auto";
  mode?: "inline" | "popup" | "slider";
  label?: string;
  stance?: "provide" | "adopt";
  depth?: "quick" | "full";
  prefill?: string;
  results?: "show" | "hide";
  height?: "auto" | number | `${number}`;
}

export interface AssayAssessmentElement extends HTMLElement {
  /** Opens the dialog of `popup` and `slider`, and moves the focus into the frame. */
  open(): void;
  /** Closes the dialog; answers stay. */
  close(): void;
  /** Begins a new assessment; the visitor can take that back. */
  reset(): void;
  /** Shows the visitor the offer to send the result. Rejected with an {@link AssayRefusal}. */
  getResult(): Promise<AssayResult>;
}

declare global {
  interface HTMLElementTagNameMap {
    "assay-assessment": AssayAssessmentElement;
  }
  /** Events bubble: they can be listened to at the element, above it, and at the document. */
  interface GlobalEventHandlersEventMap extends AssayEventMap {}
}
