//! Permissions: which sites may embed the app and receive results, as `config.json` and as headers
//! for the app's host.

use std::sync::Arc;

use crate::view::{CollectView, IntoView, view};
use assay_hosting::{Host, Origin, config_skeleton, embedding_site_policy, security_headers};
use assay_locale::Messages;
use leptos::prelude::*;

use super::code::copy_area;
use super::options::{Options, origin_of};
use crate::browser::dom;
use crate::state::App;

/// The sites and the host as entered.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct AllowedSites {
    firm: String,
    /// One site per line.
    sites: String,
    host: Host,
}

impl Default for AllowedSites {
    fn default() -> Self {
        Self {
            firm: String::new(),
            sites: String::new(),
            host: Host::HeadersFile,
        }
    }
}

impl AllowedSites {
    fn lines(&self) -> impl Iterator<Item = &str> {
        self.sites
            .lines()
            .map(str::trim)
            .filter(|line| !line.is_empty())
    }

    /// Returns the valid origins, without duplicates.
    fn origins(&self) -> Vec<Origin> {
        let mut origins: Vec<Origin> = Vec::new();
        for origin in self.lines().filter_map(|line| Origin::parse(line).ok()) {
            if !origins.contains(&origin) {
                origins.push(origin);
            }
        }
        origins
    }

    /// Returns the lines that are no valid origin.
    fn invalid_lines(&self) -> Vec<String> {
        let unsound = self.lines().filter(|line| Origin::parse(line).is_err());
        unsound.map(str::to_owned).collect()
    }
}

pub(super) fn permissions_section(
    app: &App,
    options: RwSignal<Options>,
    allowed: RwSignal<AllowedSites>,
) -> impl IntoView + use<> {
    let messages = app.messages();
    let config = move || allowed.with(|allowed| config_skeleton(&allowed.firm, &allowed.origins()));
    let policy = content_security_policy();
    let headers = move || {
        allowed.with(|allowed| {
            let headers = security_headers(&policy, &allowed.origins());
            allowed.host.header_lines(&headers).trim_end().to_owned()
        })
    };
    let own_policy = move || {
        let origin = origin_of(&options.read().home);
        origin.map_or_else(String::new, |origin| embedding_site_policy(&origin))
    };
    view! {
        <section class="stack wide" aria-labelledby="allow-heading">
            <h2 id="allow-heading">{messages.builder_allow().to_owned()}</h2>
            <p>{messages.builder_allow_lead().to_owned()}</p>
            <div class="builder">
                {allowed_sites_fields(&messages, allowed)}
                {copy_area(app, "config", messages.builder_config(), config)}
            </div>
            <h3>{messages.builder_headers().to_owned()}</h3>
            <p>{messages.builder_headers_lead().to_owned()}</p>
            {host_field(&messages, allowed)}
            {copy_area(app, "headers", messages.builder_headers_lines(), headers)}
            <p class="small">{messages.builder_headers_none().to_owned()}</p>
            <h3>{messages.builder_own_policy().to_owned()}</h3>
            <p>{messages.builder_own_policy_lead().to_owned()}</p>
            {copy_area(app, "own-policy", messages.builder_own_policy_lines(), own_policy)}
        </section>
    }
}

fn allowed_sites_fields(
    messages: &Arc<Messages>,
    allowed: RwSignal<AllowedSites>,
) -> impl IntoView + use<> {
    let now = allowed.get_untracked();
    let fault = {
        let messages = messages.clone();
        move || {
            let unsound = allowed.with(AllowedSites::invalid_lines);
            let faults = unsound
                .iter()
                .map(|line| view! { <li>{messages.builder_site_fault(line)}</li> });
            (!unsound.is_empty()).then(|| view! { <ul class="faults">{faults.collect_view()}</ul> })
        }
    };
    view! {
        <div class="stack">
            <label class="field">
                <span>{messages.builder_firm().to_owned()}" "<span class="small">{messages.builder_firm_help().to_owned()}</span></span>
                <input type="text" name="firm" autocomplete="organization" maxlength="60" value=now.firm
                    on:input=move |event| allowed.update(|a| a.firm = event_target_value(&event))/>
            </label>
            <label class="field">
                <span>{messages.builder_sites().to_owned()}" "<span class="small">{messages.builder_sites_help().to_owned()}</span></span>
                <textarea name="sites" rows="3" spellcheck="false" prop:value=now.sites
                    on:input=move |event| allowed.update(|a| a.sites = event_target_value(&event))></textarea>
            </label>
            <div role="alert">{fault}</div>
        </div>
    }
}

fn host_field(messages: &Messages, allowed: RwSignal<AllowedSites>) -> impl IntoView + use<> {
    let now = allowed.get_untracked().host;
    let choose = move |event: web_sys::Event| {
        let id = event_target_value(&event);
        let host = Host::ALL.into_iter().find(|host| host.id() == id);
        allowed.update(|a| a.host = host.unwrap_or(a.host));
    };
    let hosts = Host::ALL.map(|host| {
        view! { <option value=host.id() selected=host == now>{format!("{} ({})", host.name(), host.file_name())}</option> }
    });
    view! {
        <label class="field">
            <span>{messages.builder_host().to_owned()}</span>
            <select name="host" on:change=choose>{hosts.collect_view()}</select>
        </label>
    }
}

/// Returns the Content-Security-Policy of this document; empty if it has none.
fn content_security_policy() -> String {
    dom::query::<web_sys::Element>("meta[http-equiv='Content-Security-Policy']")
        .and_then(|meta| meta.get_attribute("content"))
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::AllowedSites;

    #[test]
    fn valid_sites_are_listed_once_and_invalid_ones_are_named() {
        let allowed = AllowedSites {
            sites: "https://a.example/\n\nhttps://A.example\na.example\n https://b.example "
                .to_owned(),
            ..AllowedSites::default()
        };
        let origins: Vec<String> = allowed.origins().iter().map(ToString::to_string).collect();
        assert_eq!(origins, ["https://a.example", "https://b.example"]);
        assert_eq!(allowed.invalid_lines(), ["a.example"]);
    }
}
