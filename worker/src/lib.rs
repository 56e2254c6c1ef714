//! The Worker in front of the upstreams: it knows its callers, checks, adds the key, and hands bytes through.
//!
//! Nothing here keeps state between requests but the configuration. Only small JSON bodies enter its memory;
//! forms and answers pass as stream handles.

pub mod bindings;
pub mod body;
pub mod config;
pub mod cors;
pub mod exchange;
pub mod forward;
pub mod head;
pub mod headers;
pub mod identity;
pub mod lane;
pub mod media;
pub mod models;
pub mod mount;
pub mod page;
pub mod redact;
pub mod reply;
pub mod session;
pub mod sockets;
pub mod tickets;
pub mod token;
pub mod url;

use crate::config::Config;
use crate::exchange::{Answered, Exchange};
use crate::mount::Asked;
use crate::reply::{Refusal, Voice};
use crate::url::Address;
use genmedia::json::Value;
use genmedia::provider;
use genmedia::socket;
use worker::{Context, Env, event};

/// Answers one request.
#[event(fetch)]
async fn fetch(request: web_sys::Request, env: Env, _context: Context) -> Answered {
    let url = request.url();
    // The raw text: the SDK's own type takes every unknown method for GET.
    let method = request.method();
    let Some(address) = Address::split(&url) else {
        return Err(worker::Error::RustError(
            "an address was not readable".to_string(),
        ));
    };
    let exchange = Exchange::new(request, Config::of(&env), address.origin);
    for provider in provider::all() {
        let below = address.path.strip_prefix('/').and_then(|path| {
            let path = path.strip_prefix(provider.name)?;
            (path.is_empty() || path.starts_with('/')).then_some(path)
        });
        if let Some(path) = below {
            if let Some(socket) = socket::route(provider.name, path) {
                return sockets::serve(&exchange, &env, &method, socket).await;
            }
            let asked = Asked {
                provider,
                method: &method,
                path,
                query: address.query,
            };
            return mount::serve(&exchange, asked).await;
        }
    }
    if exchange.is_denied() {
        return exchange.refuse_page(Voice::Own);
    }
    match address.path {
        "/session" => session::serve(&exchange, &method, address.host).await,
        "/session/ticket" => tickets::serve(&exchange, &env, &method).await,
        "/media" => media::serve(&exchange, &method, address.query).await,
        "/models" => models::serve(&exchange, &env, &method, address.query).await,
        "/healthz" => health(&exchange, &method),
        _ => page::serve(&exchange, &env, &method).await,
    }
}

fn health(exchange: &Exchange, method: &str) -> Answered {
    match method {
        "GET" | "HEAD" => {
            // The page offers failures to try only where they can be asked for.
            let mode = exchange.config().development.then_some("development");
            let body = Value::present([
                ("ok", true.into()),
                ("version", env!("CARGO_PKG_VERSION").into()),
                ("mode", mode.into()),
            ]);
            exchange.json(200, &body)
        }
        "OPTIONS" => exchange.options("GET, HEAD, OPTIONS"),
        _ => exchange.refuse(Refusal::wrong_method("GET, HEAD, OPTIONS")),
    }
}

/// The names of the mounts.
pub fn mounts() -> Vec<&'static str> {
    provider::all().map(|provider| provider.name).collect()
}

/// Seconds since 1970.
pub fn now() -> u64 {
    (js_sys::Date::now() / 1000.0) as u64
}
