//! What the operator configured, read from the Worker's environment; secrets never print.

use crate::cors;
use crate::headers::Template;
use crate::identity::Known;
use crate::media::Hosts;
use crate::redact;
use crate::url;
use memchr::memmem::Finder;
use std::cell::RefCell;
use std::fmt;
use std::rc::Rc;
use wasm_bindgen::JsValue;
use worker::Env;

/// A secret text that shows itself only to code that asks for it by name.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    /// A secret without surrounding blanks; `None` when nothing is left.
    pub fn new(text: &str) -> Option<Self> {
        let text = text.trim();
        (!text.is_empty()).then(|| Self(text.to_string()))
    }

    /// Whether the secret can be sent as a credential: nothing in it could break out of a header.
    fn is_credential(&self) -> bool {
        self.0.bytes().all(|byte| byte.is_ascii_graphic())
    }

    /// The secret itself.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("***")
    }
}

/// Where an upstream is and what opens it.
pub struct Upstream {
    /// The address before an operation's path, without a slash at its end.
    pub base: String,
    /// The operator's key.
    pub key: Secret,
    /// The headers of every request to it, made once.
    pub headers: Template,
    /// What finds the key in an answer.
    pub spellings: Vec<Finder<'static>>,
}

impl fmt::Debug for Upstream {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.base)
    }
}

/// The whole configuration.
#[derive(Debug)]
pub struct Config {
    /// Whether this is a developer's machine: the development token and `/session` are open.
    pub development: bool,
    /// Origins of pages that may use the Worker, beside its own.
    pub origins: Vec<String>,
    /// The policy of the pages that the Worker serves.
    pub page_policy: String,
    /// The hosts from which media is fetched for pages.
    pub media: Hosts,
    /// Signs and verifies callers' tokens.
    pub token_secret: Option<Secret>,
    /// The token of a developer's machine.
    pub dev_token: Option<Secret>,
    /// Opens `/session` to the operator's own backend.
    pub admin_token: Option<Secret>,
    /// Tokens that were verified already.
    pub known: RefCell<Known>,
    upstreams: Vec<(String, Option<Upstream>)>,
}

impl Config {
    /// Reads a configuration through `read`, which answers by variable name.
    pub fn new(providers: &[&str], read: impl Fn(&str) -> Option<String>) -> Self {
        let secret = |name: &str| read(name).as_deref().and_then(Secret::new);
        let development = read("MODE").as_deref() == Some("development");
        let upstreams = providers
            .iter()
            .map(|provider| {
                let prefix = provider.to_ascii_uppercase();
                let base = read(&format!("{prefix}_BASE_URL"))
                    .as_deref()
                    .and_then(|base| base_url(base, development));
                let upstream = base
                    .zip(secret(&format!("{prefix}_API_KEY")).filter(Secret::is_credential))
                    .map(|(base, key)| Upstream {
                        base,
                        spellings: redact::finders(key.expose()),
                        key,
                        headers: Template::default(),
                    });
                ((*provider).to_string(), upstream)
            })
            .collect();
        let shown = cors::origins(&read("MEDIA_ORIGINS").unwrap_or_default());
        let hosts = read("MEDIA_HOSTS").unwrap_or_default();
        Self {
            development,
            origins: cors::origins(&read("ALLOWED_ORIGINS").unwrap_or_default()),
            page_policy: crate::page::policy(&shown),
            media: Hosts::new(&hosts, if development { shown } else { Vec::new() }),
            token_secret: secret("TOKEN_SECRET"),
            dev_token: secret("DEV_TOKEN").filter(|_| development),
            admin_token: secret("ADMIN_TOKEN"),
            known: RefCell::default(),
            upstreams,
        }
    }

    /// The configuration of an environment, read once for each environment object.
    ///
    /// The platform may keep an isolate when only variables change, but then hands out a new object.
    pub fn of(env: &Env) -> Rc<Self> {
        thread_local! {
            static LAST: RefCell<Option<(JsValue, Rc<Config>)>> = const { RefCell::new(None) };
        }
        let env: &JsValue = env.as_ref();
        LAST.with_borrow_mut(|last| match last {
            Some((of, config)) if of == env => config.clone(),
            _ => {
                let config = Rc::new(Self::new(&crate::mounts(), |name| {
                    js_sys::Reflect::get(env, &JsValue::from_str(name))
                        .ok()
                        // A variable that is no text counts as none.
                        .and_then(|value| value.as_string())
                }));
                *last = Some((env.clone(), config.clone()));
                config
            }
        })
    }

    /// The upstream of a provider, when its address and key are both set and usable.
    pub fn upstream(&self, provider: &str) -> Option<&Upstream> {
        self.upstreams
            .iter()
            .find(|(name, _)| name == provider)
            .and_then(|(_, upstream)| upstream.as_ref())
    }
}

/// A usable base address: HTTPS, or plain HTTP to this machine; anything in development.
fn base_url(text: &str, development: bool) -> Option<String> {
    let base = text.trim().trim_end_matches('/');
    let address = url::Address::split(base)?;
    let secure = base.starts_with("https://")
        || (base.starts_with("http://") && (development || url::is_loopback(address.host)));
    let plain = base
        .bytes()
        .all(|byte| byte.is_ascii_alphanumeric() || b"-._~:/[]".contains(&byte));
    (secure && plain && !address.host.is_empty()).then(|| base.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn config(pairs: &[(&str, &str)]) -> Config {
        Config::new(&["minimax"], |name| {
            pairs
                .iter()
                .find(|(found, _)| *found == name)
                .map(|(_, value)| (*value).to_string())
        })
    }

    #[test]
    fn a_secret_never_prints() {
        let config = config(&[
            ("TOKEN_SECRET", "canary-1"),
            ("MINIMAX_API_KEY", "canary-2"),
            ("MINIMAX_BASE_URL", "https://api.example"),
        ]);
        let printed = format!("{config:?}");
        assert!(printed.contains("***") && !printed.contains("canary"));
    }

    #[test]
    fn keys_are_trimmed_or_refused() {
        let with = |key| {
            let base = ("MINIMAX_BASE_URL", "https://api.example");
            config(&[base, ("MINIMAX_API_KEY", key)])
        };
        let good = with(" key\n");
        assert_eq!(good.upstream("minimax").unwrap().key.expose(), "key");
        for bad in ["", "  \n", "a b", "a\r\nx-evil: 1", "schlüssel"] {
            assert!(with(bad).upstream("minimax").is_none(), "{bad:?}");
        }
    }

    #[test]
    fn an_upstream_needs_both_address_and_key() {
        let key = ("MINIMAX_API_KEY", "k");
        let with = |base| config(&[key, ("MINIMAX_BASE_URL", base)]);
        for good in [
            "https://api.example",
            "https://api.example/v/",
            "http://127.0.0.1:1/minimax",
        ] {
            let config = with(good);
            let upstream = config.upstream("minimax").unwrap();
            assert_eq!(upstream.base, good.trim_end_matches('/'));
        }
        for bad in [
            "",
            "api.example",
            "http://api.example",
            "https://",
            "https://user:secret@api.example",
            "https://api.example?x=1",
            "https://api.example#x",
            "ftp://api.example",
        ] {
            assert!(with(bad).upstream("minimax").is_none(), "{bad}");
        }
        assert!(config(&[key]).upstream("minimax").is_none());
        assert!(with("https://api.example").upstream("other").is_none());
    }

    #[test]
    fn the_development_token_is_only_for_development() {
        assert!(config(&[("DEV_TOKEN", "t")]).dev_token.is_none());
        for mode in ["", "Development", "production"] {
            assert!(
                config(&[("DEV_TOKEN", "t"), ("MODE", mode)])
                    .dev_token
                    .is_none()
            );
        }
        assert!(
            config(&[("DEV_TOKEN", "t"), ("MODE", "development")])
                .dev_token
                .is_some()
        );
    }
}
