//! Sockets below a mount: who may open one is decided here; the frames never pass through this code.

use crate::bindings::{self, Answer, Headers, Name};
use crate::exchange::{Answered, Exchange};
use crate::headers;
use crate::identity;
use crate::reply::{Refusal, Voice};
use crate::tickets;
use genmedia::error::Kind;
use genmedia::provider;
use genmedia::socket::Socket;
use js_sys::Reflect;
use js_sys::futures::JsFuture;
use wasm_bindgen::{JsCast, JsValue};
use worker::Env;

/// The protocol that a page's socket speaks; its ticket is offered beside it and never comes back.
const PROTOCOL: &str = "genmedia";
/// What stands before a ticket among the offered protocols.
const TICKET: &str = "ticket.";

/// Answers a handshake.
pub async fn serve(
    exchange: &Exchange,
    env: &Env,
    method: &str,
    socket: &'static Socket,
) -> Answered {
    let voice = Voice::Of(socket.row.dialect);
    if exchange.is_denied() {
        return exchange.refuse_page(voice);
    }
    match method {
        "GET" => {}
        "OPTIONS" => return exchange.options("GET, OPTIONS"),
        _ => return exchange.refuse_as(voice, Refusal::wrong_method("GET, OPTIONS")),
    }
    match open(exchange, env, socket).await {
        Ok(answer) => Ok(answer),
        Err(refusal) => exchange.refuse_as(voice, refusal),
    }
}

async fn open(
    exchange: &Exchange,
    env: &Env,
    socket: &'static Socket,
) -> Result<web_sys::Response, Refusal> {
    let asked = exchange.headers().text(Name::UPGRADE).unwrap_or_default();
    if !asked.eq_ignore_ascii_case("websocket") {
        let message = "This address opens a WebSocket: send the handshake of one.";
        return Err(Refusal::invalid(426, message));
    }
    let protocol = admit(exchange, env).await?;
    let upstream = exchange
        .config()
        .upstream(socket.row.provider.name)
        .ok_or_else(|| {
            let message = "This Worker is not set up for this provider: its operator has to set a base URL \
                           and a key.";
            Refusal::new(503, Kind::Configuration, message)
        })?;
    let ours = headers::to_upstream(exchange.headers(), exchange.config(), upstream, true);
    ours.remove(Name::CONTENT_TYPE);
    ours.put(Name::UPGRADE, "websocket");
    let init = web_sys::RequestInit::new();
    init.set_headers(ours.as_ref());
    init.set_redirect(web_sys::RequestRedirect::Manual);
    let url = [upstream.base.as_str(), socket.row.path].concat();
    let answer = dial(&url, &init).await.ok_or_else(|| {
        let message = "The upstream could not be reached; try again later.";
        Refusal::new(502, Kind::Network, message)
    })?;
    let end = Reflect::get(&answer, &JsValue::from_str("webSocket")).unwrap_or(JsValue::NULL);
    if answer.status() != 101 || !end.is_object() {
        return Err(refused(&answer));
    }
    hand_on(&end, protocol).ok_or_else(|| {
        let message = "The socket could not be handed on.";
        Refusal::new(502, Kind::Internal, message)
    })
}

/// Who asks: a page by its ticket, anyone else by a token. Gives the protocol to agree to.
async fn admit(exchange: &Exchange, env: &Env) -> Result<Option<&'static str>, Refusal> {
    let offered = exchange.headers().text(Name::SOCKET_PROTOCOL);
    let mut offered = offered.iter().flat_map(|list| list.split(','));
    let (mut ours, mut ticket) = (None, None);
    for name in offered.by_ref().map(str::trim) {
        if name == PROTOCOL {
            ours = Some(PROTOCOL);
        } else if let Some(shown) = name.strip_prefix(TICKET) {
            ticket = Some(shown.to_string());
        }
    }
    let Some(ticket) = ticket else {
        return match identity::caller(exchange) {
            Some(_) => Ok(ours),
            None => Err(identity::unknown()),
        };
    };
    if exchange.page().is_none() {
        let message = "A ticket is for a page; anyone else sends a session token in Authorization.";
        return Err(Refusal::new(403, Kind::Permission, message));
    }
    if ours.is_none() {
        let message = "Offer the protocol `genmedia` beside the ticket.";
        return Err(Refusal::new(401, Kind::Auth, message));
    }
    match tickets::redeem(env, &ticket).await {
        Some(true) => Ok(ours),
        Some(false) => {
            let message =
                "The ticket is unknown, used or too old; ask /session/ticket for another.";
            Err(Refusal::new(401, Kind::Auth, message))
        }
        None => {
            let message = "Tickets cannot be read at the moment; try again later.";
            Err(Refusal::new(503, Kind::Overloaded, message))
        }
    }
}

async fn dial(url: &str, init: &web_sys::RequestInit) -> Option<web_sys::Response> {
    let promise = bindings::fetch(url, init).ok()?;
    JsFuture::from(promise).await.ok()?.dyn_into().ok()
}

/// What an upstream says instead of opening a socket stays here, save for its status.
fn refused(answer: &web_sys::Response) -> Refusal {
    let status = answer.status();
    if let Some(body) = answer.body() {
        // Nobody waits for the end of the cancelling.
        drop(body.cancel());
    }
    let kind = match status {
        400..=599 => provider::by_status(status).kind,
        _ => Kind::Protocol,
    };
    let message = format!("The upstream did not open the socket (HTTP {status}).");
    Refusal::new(502, kind, &message)
}

/// The upstream's end of the socket becomes the caller's: the runtime joins the two.
fn hand_on(end: &JsValue, protocol: Option<&str>) -> Option<web_sys::Response> {
    let headers = Headers::new();
    if let Some(protocol) = protocol {
        headers.put(Name::SOCKET_PROTOCOL, protocol);
    }
    let init = web_sys::ResponseInit::new();
    init.set_status(101);
    init.set_headers(headers.as_ref());
    Reflect::set(&init, &JsValue::from_str("webSocket"), end).ok()?;
    Some(Answer::of(&JsValue::NULL, &init).ok()?.into())
}
