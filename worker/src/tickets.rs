//! Tickets for sockets: a page cannot send a header with one, so it shows a ticket that is good once, for seconds.

use crate::exchange::{Answered, Exchange};
use crate::identity;
use crate::reply::Refusal;
use base64_simd::URL_SAFE_NO_PAD as BASE64;
use genmedia::error::Kind;
use genmedia::json;
use js_sys::futures::JsFuture;
use js_sys::{Array, Uint8Array};
use serde_core::Serialize;
use sha2::{Digest, Sha256};
use wasm_bindgen::prelude::*;
use worker::Env;
use worker::worker_sys::{DurableObjectNamespace, DurableObjectState, SqlStorage};

/// How long a ticket is good, in seconds: a page opens its socket right after it got one.
const LIFETIME: u64 = 30;
/// A ticket's random bytes.
const BYTES: u32 = 32;
/// The binding of the objects that keep tickets.
const BINDING: &str = "TICKETS";

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = crypto, js_name = getRandomValues)]
    fn randomise(into: &Uint8Array);
}

/// Answers a request for a ticket.
pub async fn serve(exchange: &Exchange, env: &Env, method: &str) -> Answered {
    match method {
        "OPTIONS" => return exchange.options("OPTIONS, POST"),
        "POST" => {}
        _ => return exchange.refuse(Refusal::wrong_method("OPTIONS, POST")),
    }
    let Some(subject) = identity::caller(exchange) else {
        return exchange.refuse(identity::unknown());
    };
    let random = Uint8Array::new_with_length(BYTES);
    randomise(&random);
    let ticket = BASE64.encode_to_string(random.to_vec());
    match ask(env, "PUT", &ticket, &subject).await {
        Some(200) => {
            let expires_at = crate::now() + LIFETIME;
            exchange.json(200, &json!({ "expires_at": expires_at, "ticket": ticket }))
        }
        _ => {
            let message = "Tickets cannot be kept at the moment; try again later.";
            exchange.refuse(Refusal::new(503, Kind::Overloaded, message))
        }
    }
}

/// Uses a ticket up; whether it was good. `None` when that cannot be known.
pub async fn redeem(env: &Env, ticket: &str) -> Option<bool> {
    if ticket.len() > 64 {
        return Some(false);
    }
    match ask(env, "DELETE", ticket, "").await? {
        200 => Some(true),
        404 => Some(false),
        _ => None,
    }
}

/// Asks the object that keeps a ticket, which learns only its hash: addresses may be logged.
async fn ask(env: &Env, method: &str, ticket: &str, subject: &str) -> Option<u16> {
    let mut id = String::with_capacity(64);
    for byte in Sha256::digest(ticket) {
        for digit in [byte >> 4, byte & 15] {
            id.push(char::from_digit(u32::from(digit), 16)?);
        }
    }
    let objects = js_sys::Reflect::get(env, &JsValue::from_str(BINDING)).ok()?;
    if objects.is_undefined() {
        return None;
    }
    let objects: DurableObjectNamespace = objects.unchecked_into();
    // Sixteen share the work.
    let object = objects.get_by_name(id.get(..1)?).ok()?;
    let init = web_sys::RequestInit::new();
    init.set_method(method);
    let url = ["https://tickets/", &id, "/", subject].concat();
    let request = web_sys::Request::new_with_str_and_init(&url, &init).ok()?;
    let answer = JsFuture::from(object.fetch_with_request(&request).ok()?);
    let answer: web_sys::Response = answer.await.ok()?.dyn_into().ok()?;
    Some(answer.status())
}

/// The object that keeps tickets: `PUT /{id}/{subject}` once, `DELETE /{id}/` once.
#[wasm_bindgen]
pub struct Tickets {
    sql: Option<SqlStorage>,
}

#[wasm_bindgen]
impl Tickets {
    /// Opens its storage.
    #[wasm_bindgen(constructor)]
    pub fn new(state: &DurableObjectState, _env: JsValue) -> Tickets {
        let sql = state.storage().ok().map(|storage| storage.sql());
        let table = "CREATE TABLE IF NOT EXISTS tickets (id TEXT PRIMARY KEY, subject TEXT NOT NULL, \
                     expires INTEGER NOT NULL)";
        Tickets {
            sql: sql.filter(|sql| sql.exec(table, Array::new()).is_ok()),
        }
    }

    /// Answers within one turn, so that of two who show the same ticket one is too late.
    pub fn fetch(&self, request: web_sys::Request) -> Result<web_sys::Response, JsValue> {
        let status = match self.serve(&request) {
            Some(true) => 200,
            Some(false) => 404,
            None => 500,
        };
        let init = web_sys::ResponseInit::new();
        init.set_status(status);
        web_sys::Response::new_with_opt_str_and_init(None, &init)
    }

    fn serve(&self, request: &web_sys::Request) -> Option<bool> {
        let url = request.url();
        let mut parts = url.rsplit('/');
        let (subject, id) = (parts.next()?, parts.next()?);
        let now = crate::now() as f64;
        let until = now + LIFETIME as f64;
        if request.method() == "PUT" {
            self.rows("DELETE FROM tickets WHERE expires <= ?", &(now,))?;
            self.rows(
                "INSERT INTO tickets VALUES (?, ?, ?)",
                &(id, subject, until),
            )?;
            return Some(true);
        }
        let taken = "DELETE FROM tickets WHERE id = ? AND expires > ? RETURNING subject";
        Some(self.rows(taken, &(id, now))? == 1)
    }

    /// Runs a statement with a tuple of values and counts what it gives.
    fn rows(&self, statement: &str, values: &impl Serialize) -> Option<u32> {
        let values: Array = serde_wasm_bindgen::to_value(values).ok()?.dyn_into().ok()?;
        let rows = self.sql.as_ref()?.exec(statement, values);
        Some(rows.ok()?.to_array().length())
    }
}
