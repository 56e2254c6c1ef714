//! Serves the static pages, under a policy that lets nothing but their own files run.

use crate::bindings::{Fetcher, Headers, Name};
use crate::exchange::{Answered, Exchange};
use crate::reply::Refusal;
use genmedia::error::Kind;
use gloo_net::http::Response;
use js_sys::futures::JsFuture;
use wasm_bindgen::{JsCast, JsValue};
use worker::Env;

/// The policy of the pages. Media may come from any HTTPS host, because upstreams answer with links.
pub fn policy(media: &[String]) -> String {
    let media = media.join(" ");
    format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
         connect-src 'self'; font-src 'self'; manifest-src 'self'; \
         img-src 'self' blob: data: https: {media}; media-src 'self' blob: data: https: {media}; \
         base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )
    .replace(" ;", ";")
}

/// Answers with a static file.
pub async fn serve(exchange: &Exchange, env: &Env, method: &str) -> Answered {
    if !matches!(method, "GET" | "HEAD") {
        return exchange.refuse(Refusal::wrong_method("GET, HEAD"));
    }
    let Some(answer) = file(exchange.request(), env).await else {
        return missing(exchange);
    };
    if answer.status() == 404 {
        return missing(exchange);
    }
    let headers = Headers::copy(answer.headers().into_raw().unchecked_ref());
    headers.put(Name::CONTENT_POLICY, &exchange.config().page_policy);
    headers.put(Name::CONTENT_TYPE_OPTIONS, "nosniff");
    headers.put(Name::REFERRER_POLICY, "no-referrer");
    headers.put(Name::RESOURCE_POLICY, "same-origin");
    headers.put(Name::VARY, "Origin");
    exchange.answer(answer.status(), &headers, &answer.body().into())
}

/// The static file that a request asks for.
pub async fn file(request: &web_sys::Request, env: &Env) -> Option<Response> {
    let assets = js_sys::Reflect::get(env, &JsValue::from_str("ASSETS")).ok()?;
    if assets.is_undefined() {
        return None;
    }
    let assets: Fetcher = assets.unchecked_into();
    let answer = JsFuture::from(assets.ask(request).ok()?).await;
    let answer: web_sys::Response = answer.ok()?.dyn_into().ok()?;
    Some(answer.into())
}

fn missing(exchange: &Exchange) -> Answered {
    exchange.refuse(Refusal::new(
        404,
        Kind::NotFound,
        "There is nothing at this address.",
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_policy_runs_only_our_own_scripts() {
        let policy = policy(&[]);
        assert!(policy.contains("script-src 'self' 'wasm-unsafe-eval';"));
        assert!(policy.contains("frame-ancestors 'none'"));
        assert!(policy.contains("img-src 'self' blob: data: https:;"));
        assert!(!policy.contains("unsafe-inline") && !policy.contains('*'));
    }

    #[test]
    fn configured_media_origins_are_listed() {
        let policy = policy(&["http://127.0.0.1:8788".to_string()]);
        assert!(policy.contains("media-src 'self' blob: data: https: http://127.0.0.1:8788;"));
    }
}
