//! One request and everything that its answer needs: who may read it, its id, and the common headers.

use crate::bindings::{self, Headers, Name};
use crate::config::Config;
use crate::cors::{self, Origin};
use crate::headers;
use crate::reply::{Refusal, Voice};
use genmedia::json::{self, Value};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};

/// An answer, or the rare failure to build one, whose text holds nothing of the request.
pub type Answered = worker::Result<web_sys::Response>;

/// A request in progress.
#[derive(Debug)]
pub struct Exchange {
    request: web_sys::Request,
    headers: Headers,
    config: Rc<Config>,
    request_id: String,
    page: Option<String>,
    denied: bool,
}

impl Exchange {
    /// Takes a request up.
    pub fn new(request: web_sys::Request, config: Rc<Config>, own_origin: &str) -> Self {
        let headers: Headers = request.headers().unchecked_into();
        let origin = headers.text(Name::ORIGIN);
        let (page, denied) = match cors::decide(origin.as_deref(), own_origin, &config.origins) {
            Origin::Absent => (None, false),
            Origin::Allowed(page) => (Some(page.to_string()), false),
            Origin::Denied => (None, true),
        };
        Self {
            request,
            headers,
            config,
            request_id: new_id(),
            page,
            denied,
        }
    }

    /// The request itself.
    pub fn request(&self) -> &web_sys::Request {
        &self.request
    }

    /// The caller's headers.
    pub fn headers(&self) -> &Headers {
        &self.headers
    }

    /// The configuration.
    pub fn config(&self) -> &Config {
        &self.config
    }

    /// Whether a page asks that may not.
    pub fn is_denied(&self) -> bool {
        self.denied
    }

    /// The allowed page that asks, where one does.
    pub fn page(&self) -> Option<&str> {
        self.page.as_deref()
    }

    /// Answers with a body and headers of its own, which get what every answer has.
    pub fn answer(&self, status: u16, headers: &Headers, body: &JsValue) -> Answered {
        headers.put(Name::REQUEST_ID, &self.request_id);
        if let Some(page) = &self.page {
            headers.put(Name::ALLOW_ORIGIN, page);
            headers.put(Name::EXPOSE_HEADERS, cors::EXPOSED);
        }
        bindings::respond(body, status, headers)
            .map_err(|_| worker::Error::RustError("an answer could not be built".to_string()))
    }

    /// Answers with JSON.
    pub fn json(&self, status: u16, body: &Value) -> Answered {
        let headers = headers::every_answer();
        headers.put(Name::CONTENT_TYPE, headers::JSON);
        self.answer(status, &headers, &json::to_string(body).into())
    }

    /// Refuses outside the mounts.
    pub fn refuse(&self, refusal: Refusal) -> Answered {
        self.refuse_as(Voice::Own, refusal)
    }

    /// What a refusal says in a voice: its status and its JSON.
    pub fn say(&self, voice: Voice, refusal: &Refusal) -> (u16, String) {
        voice.say(refusal, &self.request_id)
    }

    /// Refuses in a voice.
    pub fn refuse_as(&self, voice: Voice, refusal: Refusal) -> Answered {
        let (status, body) = self.say(voice, &refusal);
        let headers = headers::every_answer();
        headers.put(Name::CONTENT_TYPE, headers::JSON);
        if let Some(allow) = &refusal.allow {
            headers.put(Name::ALLOW, allow);
        }
        if status == 401 {
            headers.put(Name::AUTHENTICATE, "Bearer");
        }
        self.answer(status, &headers, &body.into())
    }

    /// Refuses a page of an origin that is not on the list.
    pub fn refuse_page(&self, voice: Voice) -> Answered {
        self.refuse_as(
            voice,
            Refusal::new(
                403,
                genmedia::error::Kind::Permission,
                "Pages of this origin may not use this Worker; its operator can add the origin to \
                 ALLOWED_ORIGINS.",
            ),
        )
    }

    /// Answers `OPTIONS`: to a page what it may send, to anyone else the methods.
    pub fn options(&self, methods: &str) -> Answered {
        let headers = headers::every_answer();
        let asked = self.headers.handle(Name::REQUEST_METHOD);
        if self.page.is_some() && asked.is_some() {
            headers.put(Name::ALLOW_METHODS, methods);
            headers.put(Name::MAX_AGE, cors::MAX_AGE);
            let asked = self.headers.text(Name::REQUEST_HEADERS).unwrap_or_default();
            let granted = cors::grantable(&asked, self.config.development);
            if !granted.is_empty() {
                headers.put(Name::ALLOW_HEADERS, &granted);
            }
        } else {
            headers.put(Name::ALLOW, methods);
        }
        self.answer(204, &headers, &JsValue::NULL)
    }
}

/// An id that tells requests apart; nothing depends on its being unguessable.
pub fn new_id() -> String {
    thread_local! {
        static STATE: Cell<u64> = const { Cell::new(0) };
    }
    // SplitMix64 from a random start, which only a request can ask for.
    let draw = || {
        let mut mixed = STATE.get().wrapping_add(0x9e37_79b9_7f4a_7c15);
        STATE.set(mixed);
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    };
    if STATE.get() == 0 {
        for _ in 0..2 {
            let random = (js_sys::Math::random() * f64::from(u32::MAX)) as u64;
            STATE.set((STATE.get() << 32) | random);
        }
    }
    let mut id = String::with_capacity(28);
    id.push_str("req_");
    for (random, digits) in [(draw(), 16), (draw(), 8)] {
        for at in 0..digits {
            let digit = (random >> (at * 4)) as u32 & 15;
            id.push(char::from_digit(digit, 16).unwrap_or('0'));
        }
    }
    id
}
