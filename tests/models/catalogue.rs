//! The package's `models.js` and `models-list.js` and the Worker's `models.json` are those of the bodies: rendered here and compared.

use genmedia::field::{Field, Kind};
use genmedia::json;
use genmedia::json::{Map, Value};
use genmedia::model::{Body, Model, PRICES_OF, Port, When};
use genmedia::models::{BODIES, PACKED};
use genmedia::operation;
use std::fs;

const PACKED_SCRIPT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/pkg-template/models.js");
const LIST_SCRIPT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/pkg-template/models-list.js");
const GENERATED: &str =
    "Generated from src/, not written by hand:\n// UPDATE=1 cargo test -p genmedia --test models";
const LIST: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/worker/models.json");

/// The field at a path of names with dots between.
fn field(fields: &'static [Field], path: &str) -> Option<&'static Field> {
    let (name, rest) = path.split_once('.').unwrap_or((path, ""));
    let found = fields.iter().find(|field| field.name == name)?;
    match (rest, found.kind) {
        ("", _) => Some(found),
        (rest, Kind::Object(inner) | Kind::Closed(inner)) => field(inner, rest),
        _ => None,
    }
}

fn list<T: Copy + Into<Value>>(items: &[T]) -> Value {
    items
        .iter()
        .map(|item| (*item).into())
        .collect::<Vec<Value>>()
        .into()
}

fn range<T: Into<Value>>(min: T, max: T) -> Value {
    Value::object([("min", min.into()), ("max", max.into())])
}

/// A number of dollars or units, with all its digits.
fn exact(number: f64) -> Value {
    json::parse(number.to_string().as_bytes()).unwrap_or_default()
}

/// The values that a field takes, where they are a list or a range.
fn values(kind: Kind) -> Option<Value> {
    match kind {
        Kind::Numbers(numbers) => Some(list(numbers)),
        Kind::OneOf(texts) => Some(list(texts)),
        Kind::Int { min, max } if min > i64::MIN && max < i64::MAX => Some(range(min, max)),
        Kind::Num { min, max, .. } if min > f64::MIN && max < f64::MAX => {
            Some(range(exact(min), exact(max)))
        }
        Kind::Either(one, other) => values(*one).or_else(|| values(*other)),
        _ => None,
    }
}

/// What the uniform member may be, as the catalogue says it.
fn allowed(body: &Body, port: &Port) -> Option<Value> {
    if !port.words.is_empty() {
        let ours: Vec<&str> = port
            .words
            .iter()
            .filter_map(|word| word.split('=').next())
            .collect();
        return Some(list(&ours));
    }
    values(field(body.fields, port.to)?.kind)
}

/// How many items the list at a port takes.
fn most(body: &Body, port: &Port) -> Option<usize> {
    let asked = body.asks.iter().find_map(|law| match law.when {
        When::Count([role], too_many, usize::MAX) if *role == port.from => too_many.checked_sub(1),
        _ => None,
    });
    if asked.is_some() {
        return asked;
    }
    match field(body.fields, port.to)?.kind {
        Kind::List { max, .. } if port.item => (max < usize::MAX).then_some(max),
        _ => Some(1),
    }
}

/// One list of the uniform request: the roles of its items, and how many there may be of each.
fn roles(body: &Body, list: &str) -> Option<Value> {
    let mut roles = Map::new();
    for port in body.ports {
        if let Some(role) = port
            .from
            .strip_prefix(list)
            .and_then(|rest| rest.strip_prefix('.'))
        {
            let many = role == "reference";
            roles.insert(
                role.to_string(),
                match many {
                    true => most(body, port).map(|most| most as u64),
                    false => Some(1),
                }
                .into(),
            );
        }
    }
    (!roles.is_empty()).then_some(Value::Object(roles))
}

/// Whether bytes may stand somewhere in a value.
fn holds_files(kind: Kind) -> bool {
    match kind {
        Kind::Media(_) | Kind::Base64(_) => true,
        Kind::Either(one, other) => holds_files(*one) || holds_files(*other),
        Kind::List { of, .. } => holds_files(*of),
        Kind::Object(inner) | Kind::Closed(inner) => {
            inner.iter().any(|field| holds_files(field.kind))
        }
        _ => false,
    }
}

/// The lists of the uniform request whose items may be files, by what the body, or the row that it leaves the checks to, says of their places.
fn files(body: &Body, operation: &'static operation::Operation) -> Vec<&'static str> {
    let takes = |port: &Port| {
        let first = port.to.split('.').next().unwrap_or_default();
        let fields = match body.uniform_only {
            true => operation.declared,
            false => body.fields,
        };
        let field = fields.iter().find(|field| field.name == first);
        field.is_some_and(|field| holds_files(field.kind))
    };
    ["images", "videos", "audios"]
        .into_iter()
        .filter(|list| {
            let inside = |port: &&Port| {
                port.from
                    .strip_prefix(list)
                    .is_some_and(|rest| rest.starts_with('.'))
            };
            body.ports.iter().filter(inside).any(takes)
        })
        .collect()
}

/// The lists of the uniform request whose items must not be links, by the rules of their places.
fn only_files(body: &Body) -> Vec<&'static str> {
    let no_links = |to: &str| {
        body.laws.iter().any(|law| match law.when {
            When::Each(path, When::Starts("", words)) => path == to && words.contains(&"https://"),
            _ => false,
        })
    };
    let ports = body.ports.iter().filter(|port| no_links(port.to));
    ports
        .filter_map(|port| port.from.split('.').next())
        .collect()
}

fn about(body: &'static Body, model: &Model) -> Option<Value> {
    let operation = operation::find(body.operations.first()?)?;
    let port = |name: &str| body.ports.iter().find(|port| port.from == name);
    let mut told = Map::new();
    let mut tell = |name: &str, value: Option<Value>| {
        if let Some(value) = value {
            told.insert(name.to_string(), value);
        }
    };
    tell("id", Some(model.id.into()));
    tell("provider", Some(operation.provider.name.into()));
    tell("kind", Some(body.kind.into()));
    tell("family", Some(body.family.into()));
    let task = operation.task.map_or(operation.id, |task| task.name);
    tell("operation", Some(task.into()));
    tell(
        "status",
        (!model.status.is_empty()).then(|| model.status.into()),
    );
    for (name, from) in [
        ("durations", "duration"),
        ("resolutions", "resolution"),
        ("ratios", "aspectRatio"),
        ("counts", "count"),
        ("styles", "style"),
        ("formats", "format"),
        ("speeds", "speed"),
    ] {
        tell(name, port(from).and_then(|port| allowed(body, port)));
    }
    for list in ["images", "videos", "audios"] {
        tell(list, roles(body, list));
    }
    let files = files(body, operation);
    tell("files", (!files.is_empty()).then(|| list(&files)));
    let only_files = only_files(body);
    tell(
        "filesOnly",
        (!only_files.is_empty()).then(|| list(&only_files)),
    );
    tell("streams", operation.stream.map(|_| true.into()));
    let mut plain: Vec<&str> = body
        .ports
        .iter()
        .map(|port| port.from)
        .filter(|from| !from.contains('.'))
        .collect();
    plain.dedup();
    tell("takes", (!plain.is_empty()).then(|| list(&plain)));
    let price = model.price.map(|price| {
        let note = (!price.note.is_empty()).then_some(price.note);
        let (usd, amount, unit) = (price.usd, price.amount, price.unit);
        Value::present([
            ("usd", exact(usd)),
            ("amount", exact(amount)),
            ("unit", unit.into()),
            ("date", PRICES_OF.into()),
            ("note", note.into()),
        ])
    });
    tell("price", price);
    Some(Value::Object(told))
}

fn compare(file: &str, rendered: &str) {
    if std::env::var_os("UPDATE").is_some() {
        assert!(
            fs::write(file, rendered).is_ok(),
            "{file} cannot be written"
        );
    }
    let checked_in = fs::read_to_string(file).unwrap_or_default();
    assert!(
        checked_in == rendered,
        "{file} is older than the models; write it anew: UPDATE=1 cargo test -p genmedia --test models"
    );
}

#[test]
fn the_checked_in_models_are_those_of_the_bodies() {
    let mut lines = Vec::new();
    for body in BODIES.iter().flat_map(|bodies| bodies.iter()) {
        for model in body.models {
            lines.extend(about(body, model).map(|told| told.to_string()));
        }
    }
    // Bytes that a script would have to escape are letters 256 further on, of which the reader keeps the lower byte.
    let letter = |byte: &u8| match byte {
        0..32 | 127 => char::from_u32(256 + u32::from(*byte)).unwrap_or_default(),
        byte => char::from(*byte),
    };
    let letters: String = PACKED.iter().map(letter).collect();
    let packed = Value::from(letters).to_string();
    compare(
        PACKED_SCRIPT,
        &format!(
            "// What each model takes, as the core reads it. {GENERATED}\n\nexport const packed =\n  {packed};\n"
        ),
    );
    let list = lines.join(",\n  ");
    compare(
        LIST_SCRIPT,
        &format!(
            "// What each model can do. {GENERATED}\n\n/** @type {{any[]}} */\nexport const catalogue = [\n  {list},\n];\n"
        ),
    );
    compare(LIST, &format!("[\n  {list}\n]\n"));
}
