//! How the light program gives the page to the whole one without losing anything.
//!
//! `boot.js` holds the table at which they meet: `prefetch_full_app()` loads the whole program, which waits
//! for `wait_until_requested`; then it calls `give`, which the light program has left there, and in the same
//! moment shows what it got. Only then does the light program let go.

use assay_core::{Assessment, Model};
use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use std::cell::Cell;
use std::rc::Rc;
use std::sync::Arc;

use crate::browser::store::{self, StorageHealth};
use crate::browser::{net, scroll, tabs, teardown};
use crate::state::{App, Notice, Session};

/// Leaves on the table what the light program will give. `by_link` says whether a link was
/// followed to the page that is wanted; `None` where nothing has shown yet. `failed` is called if
/// the whole program cannot show the page.
pub(crate) fn offer_state(app: &App, by_link: Option<bool>, failed: Rc<impl Fn() + 'static>) {
    let app = app.clone();
    let failed = Closure::<dyn Fn()>::new(move || failed());
    net::write_boot_registry("failed", failed.as_ref());
    teardown::keep_alive(failed);
    let give = Closure::<dyn Fn() -> JsValue>::new(move || {
        let given = given(&app, by_link);
        tabs::close_channel();
        // Not before the listener that may have led here has ended.
        gloo::timers::callback::Timeout::new(0, teardown::run).forget();
        given
    });
    net::write_boot_registry("give", give.as_ref());
    teardown::keep_alive(give);
}

fn given(app: &App, by_link: Option<bool>) -> JsValue {
    let given = Object::new();
    let session = app.current_session();
    set(&given, "present", &packed(&session));
    if let Some(by_link) = by_link {
        set(&given, "byLink", &by_link.into());
    }
    set(&given, "left", &scroll::export_positions().into());
    let unsaved = matches!(
        store::current_health(),
        StorageHealth::Full | StorageHealth::Unavailable
    );
    set(&given, "unsaved", &unsaved.into());
    let loading = |notice: &Notice| notice.text == app.messages().app_loading_page();
    if let Some(notice) = app.current_notice().filter(|notice| !loading(notice)) {
        set(&given, "notice", &notice.text.into());
        if let Some(before) = &notice.undo {
            set(&given, "undo", &packed(before));
        }
    }
    given.into()
}

fn packed(session: &Session) -> JsValue {
    let packed = Object::new();
    set(&packed, "key", &session.key().into());
    set(&packed, "stored", &session.has_entries().into());
    let file = session.assessment().to_json(session.model());
    set(&packed, "file", &file.into());
    packed.into()
}

fn set(object: &Object, name: &str, value: &JsValue) {
    // Setting a property of a plain object cannot fail.
    let _ = Reflect::set(object, &name.into(), value);
}

/// Begins to load the whole program, so that it is there when it is wanted. Asked for with every
/// answer; only the first one does something.
pub(crate) fn prefetch_full_app() {
    if ASKED.replace(true) {
        return;
    }
    if let Some(prepare) =
        net::read_boot_registry("prepareSoon").and_then(|it| it.dyn_into::<Function>().ok())
    {
        let _ = prepare.call0(&JsValue::NULL);
    }
}

thread_local! {
    static ASKED: Cell<bool> = const { Cell::new(false) };
}

/// Asks the whole program to take over. Returns when it has been loaded.
///
/// # Errors
/// If it could not be loaded.
pub(crate) async fn request_full_app() -> Result<(), JsValue> {
    let want: Function = net::read_boot_registry("want")
        .ok_or(JsValue::NULL)?
        .dyn_into()?;
    let loaded: Promise = want.call0(&JsValue::NULL)?.dyn_into()?;
    JsFuture::from(loaded).await.map(drop)
}

/// Waits until the page is this program's to show.
pub(crate) async fn wait_until_requested() {
    if let Some(wanted) =
        net::read_boot_registry("wanted").and_then(|it| it.dyn_into::<Promise>().ok())
    {
        // It is never refused.
        let _ = JsFuture::from(wanted).await;
    }
}

/// Gives the page back to the light program, which says that the one that was wanted could not be
/// loaded. False where there is none.
pub(crate) fn return_to_starter() -> bool {
    let on_table =
        |name| net::read_boot_registry(name).and_then(|it| it.dyn_into::<Function>().ok());
    let Some((unwant, failed)) = on_table("unwant").zip(on_table("failed")) else {
        return false;
    };
    unwant
        .call0(&JsValue::NULL)
        .and(failed.call0(&JsValue::NULL))
        .is_ok()
}

/// Lets the reader's answers go first while the whole program gets ready.
pub(crate) async fn wait_for_idle() {
    let paused = net::read_boot_registry("pause").and_then(|it| it.dyn_into::<Function>().ok());
    let pause = paused.and_then(|pause| pause.call0(&JsValue::NULL).ok());
    if let Some(pause) = pause.and_then(|it| it.dyn_into::<Promise>().ok()) {
        let _ = JsFuture::from(pause).await;
    }
}

/// What the light program gave.
pub(crate) struct HandoverState {
    pub(crate) session: Session,
    pub(crate) notice: Option<Notice>,
    pub(crate) by_link: Option<bool>,
}

/// Takes over from the light program, if it was there.
pub(crate) fn receive_state(model: &Arc<Model>) -> Option<HandoverState> {
    let give: Function = net::read_boot_registry("give")?.dyn_into().ok()?;
    let given = give.call0(&JsValue::NULL).ok()?;
    let session = unpacked(model, &get(&given, "present")?)?;
    if get(&given, "unsaved").is_some_and(|unsaved| unsaved.is_truthy()) {
        session.rewrite();
    }
    if let Some(left) = get(&given, "left").and_then(|left| left.as_string()) {
        scroll::import_positions(&left);
    }
    let undo = get(&given, "undo").and_then(|before| unpacked(model, &before));
    let notice = get(&given, "notice")
        .and_then(|text| text.as_string())
        .map(|text| Notice { text, undo });
    let by_link = get(&given, "byLink").map(|by_link| by_link.is_truthy());
    Some(HandoverState {
        session,
        notice,
        by_link,
    })
}

fn unpacked(model: &Arc<Model>, packed: &JsValue) -> Option<Session> {
    let key = get(packed, "key")?.as_string()?;
    let stored = get(packed, "stored")?.is_truthy();
    let assessment = Assessment::parse(model, &get(packed, "file")?.as_string()?).ok()?;
    Some(Session::open(model, key, assessment, stored))
}

fn get(object: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(object, &name.into())
        .ok()
        .filter(|value| !value.is_undefined())
}
