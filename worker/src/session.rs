//! Mints callers' tokens: for pages on a developer's machine, and for the operator's own backend.

use crate::bindings::Name;
use crate::body;
use crate::exchange::{Answered, Exchange};
use crate::identity;
use crate::reply::Refusal;
use crate::token;
use crate::url;
use genmedia::error::{Error, Kind};
use genmedia::json;
use genmedia::json::Value;

/// A request for a token is one short object.
const MAX_BODY: u32 = 4096;

/// Answers a request for a token.
pub async fn serve(exchange: &Exchange, method: &str, host: &str) -> Answered {
    match method {
        "OPTIONS" => return exchange.options("OPTIONS, POST"),
        "POST" => {}
        _ => return exchange.refuse(Refusal::wrong_method("OPTIONS, POST")),
    }
    let minted = match subject(exchange, host).await {
        Ok(subject) => mint(exchange, &subject),
        Err(refusal) => Err(refusal),
    };
    match minted {
        Ok(minted) => {
            let body = json!({ "expires_at": minted.expires_at, "token": minted.token });
            exchange.json(200, &body)
        }
        Err(refusal) => exchange.refuse(refusal),
    }
}

fn mint(exchange: &Exchange, subject: &str) -> Result<token::Minted, Refusal> {
    exchange
        .config()
        .token_secret
        .as_ref()
        .and_then(|secret| token::mint(secret.expose(), subject, crate::now()))
        .ok_or_else(|| {
            let message = "This Worker cannot mint tokens: its operator has to set a signing secret of at least \
                           32 characters.";
            Refusal::new(503, Kind::Configuration, message)
        })
}

/// Whom the token is for.
async fn subject(exchange: &Exchange, host: &str) -> Result<String, Refusal> {
    let config = exchange.config();
    let authorization = exchange.headers().text(Name::AUTHORIZATION);
    // A page of this machine, or one that the list names; a name that was made to point here is neither.
    let nearby = url::is_loopback(host)
        || exchange
            .page()
            .is_some_and(|page| config.origins.iter().any(|origin| origin == page));
    if config.development && nearby {
        return Ok("development".to_string());
    }
    let Some(admin) = &config.admin_token else {
        return Err(Refusal::new(
            404,
            Kind::NotFound,
            "This Worker mints no tokens; get one from its operator.",
        ));
    };
    let opened = identity::presented(authorization.as_deref(), None)
        .is_some_and(|credential| token::same_secret(admin.expose(), credential));
    if !opened {
        return Err(Refusal::new(
            403,
            Kind::Permission,
            "Only the operator of this Worker may mint tokens.",
        ));
    }
    let members = body::json(exchange, MAX_BODY).await?;
    match members.get("subject").and_then(Value::as_str) {
        Some(subject) if token::is_subject(subject) => Ok(subject.to_string()),
        _ => Err(Refusal::of(
            400,
            Error::invalid(
                "subject",
                "subject: is needed: 1 to 128 letters, digits and _ . : @ -",
            ),
        )),
    }
}
