//! Renders TypeScript declarations from the rows: requests, answers and the providers' methods.

use crate::events;
use genmedia::model::Body;
use genmedia::models;
use genmedia::operation::{self, Answer, At, Field, Kind, Operation, Stream};
use genmedia::provider;
use genmedia::socket::{self, Socket};

/// The widest line that is written where it can be broken.
const WIDTH: usize = 120;

const HEADER: &str = "\
// The types of every operation. Generated from the rows in src/ by tests/types.rs, not written by hand:
// UPDATE=1 cargo test -p genmedia --test types

import type { Connect, Id, MediaInput, MediaResult, NewModelRequest, Op, StreamOp, Suggest, TaskOp } from './index.js';

/** A file to upload: its bytes, and its name where it is a `File`. */
export type FileInput = Exclude<MediaInput, string>;
";

/// The whole of `types.d.ts`.
pub fn render() -> String {
    let mut parts = vec![HEADER.to_string()];
    for (stream, text) in [
        (Stream::Chat, events::CHAT_CHUNK),
        (Stream::Messages, events::MESSAGE_EVENT),
        (Stream::Audio, events::AUDIO_FRAME),
        (Stream::Responses, events::RESPONSE_EVENT),
        (Stream::Transcript, events::TRANSCRIPT_PIECE),
    ] {
        if operation::all().any(|operation| operation.stream == Some(stream)) {
            parts.push(text.to_string());
        }
    }
    for operation in operation::all() {
        request(operation, &mut parts);
        answer(operation, &mut parts);
    }
    for socket in sockets() {
        request(&socket.row, &mut parts);
    }
    for provider in provider::all() {
        let methods: Vec<Method> = operation::all()
            .filter(|operation| operation.provider.name == provider.name)
            .flat_map(methods)
            .chain(
                sockets()
                    .filter(|socket| socket.row.provider.name == provider.name)
                    .map(connect),
            )
            .collect();
        parts.push(format!(
            "{}export interface {} {{\n{}}}\n",
            comment(&[provider.doc.to_string()], 0),
            pascal(provider.name),
            members(&methods.iter().collect::<Vec<_>>(), 1)
        ));
    }
    parts.join("\n")
}

/// A name of several words in `PascalCase`: `minimax.files.retrieve_content` is `MinimaxFilesRetrieveContent`.
pub fn pascal(name: &str) -> String {
    name.split(['.', '_', '-'])
        .map(|word| {
            let mut letters = word.chars();
            let first = letters.next().map(|letter| letter.to_ascii_uppercase());
            first.into_iter().chain(letters).collect::<String>()
        })
        .collect()
}

/// A name of several words in `camelCase`, as the package's methods are called.
pub fn camel(name: &str) -> String {
    let mut letters = pascal(name);
    if let Some(first) = letters.get_mut(..1) {
        first.make_ascii_lowercase();
    }
    letters
}

/// The sockets, each id once.
fn sockets() -> impl Iterator<Item = &'static Socket> {
    socket::all().filter(|socket| socket.bidi)
}

/// The method that opens a socket.
fn connect(socket: &'static Socket) -> Method {
    let row = &socket.row;
    Method {
        path: row.id.split('.').skip(1).map(camel).collect(),
        doc: vec![row.doc.to_string(), format!("The socket `{}`.", row.path)],
        kind: format!("Connect<{}Request>", pascal(row.id)),
    }
}

fn request(operation: &Operation, parts: &mut Vec<String>) {
    let mut lines = vec![format!(
        "The request of `{}`: {} {}.",
        operation.id,
        operation.method.as_str(),
        operation.path
    )];
    let laws = operation.laws.iter();
    lines.extend(laws.map(|law| format!("- `{}` {}.", law.at, law.says)));
    // `.stream(…)` sets it, and a plain call could not read what it asks for.
    let fields: Vec<Field> = operation
        .declared
        .iter()
        .filter(|field| {
            operation.stream.is_none() || field.name != "stream" || field.at != At::Body
        })
        .copied()
        .collect();
    let name = format!("{}Request", pascal(operation.id));
    let mut bodies = models::bodies_of(operation.id).peekable();
    if bodies.peek().is_none() {
        return Shapes { asked: true, parts }.interface(&name, &lines, &fields);
    }
    let bodies: Vec<&Body> = bodies.collect();
    let aside: Vec<Field> = fields
        .iter()
        .filter(|f| f.at != At::Body)
        .copied()
        .collect();
    let mut names: Vec<String> = bodies.iter().map(|body| variant(body)).collect();
    names.push("NewModelRequest".to_string());
    let about = comment(&lines, 0);
    parts.push(format!(
        "{about}export type {name} =\n  | {};\n",
        names.join("\n  | ")
    ));
    for body in bodies {
        model_request(operation, body, &aside, parts);
    }
}

/// The type of a body: its first operation and its first model.
fn variant(body: &Body) -> String {
    let operation = body.operations.first().copied().unwrap_or_default();
    let model = body.models.first().map_or("", |model| model.id);
    let model = model.replace(|letter: char| !letter.is_ascii_alphanumeric(), "_");
    format!("{}{}", pascal(operation), pascal(&model))
}

/// The request that the models of a body take; several operations may share it.
fn model_request(operation: &Operation, body: &Body, aside: &[Field], parts: &mut Vec<String>) {
    if body.operations.first() != Some(&operation.id) {
        return;
    }
    let models: Vec<&str> = body.models.iter().map(|model| model.id).collect();
    let verb = if models.len() == 1 { "takes" } else { "take" };
    let about = format!("What {} {verb}.", list(&models));
    let name = variant(body);
    let mut fields = body.fields.to_vec();
    fields.extend(aside);
    let mut shapes = Shapes { asked: true, parts };
    let at = shapes.parts.len();
    let members = match body.closed {
        true => shapes.only(&name, &fields, 1),
        false => shapes.members(&name, &fields, 1),
    };
    let model = closed(&models, 1);
    let text = format!("export interface {name} {{\n  model: {model};\n{members}}}\n");
    parts.insert(at, comment(&[about], 0) + &text);
}

fn answer(operation: &Operation, parts: &mut Vec<String>) {
    let about = match operation.answer {
        Answer::Bytes => return,
        Answer::Json | Answer::Text => format!("The answer of `{}`.", operation.id),
        Answer::Media => format!("What `{}` answers beside its media.", operation.id),
    };
    let name = format!("{}Response", pascal(operation.id));
    Shapes {
        asked: false,
        parts,
    }
    .interface(&name, &[about], operation.returns);
}

/// Writes the shapes of one side, requests (`asked`) or answers.
struct Shapes<'a> {
    asked: bool,
    parts: &'a mut Vec<String>,
}

impl Shapes<'_> {
    /// Writes an interface, and after it those that it refers to.
    fn interface(&mut self, name: &str, about: &[String], fields: &[Field]) {
        let at = self.parts.len();
        let members = self.members(name, fields, 1);
        let text = format!("export interface {name} {{\n{members}}}\n");
        // One shape alone and in a list, as either of two kinds, is one type.
        if !self.parts.iter().any(|part| part.ends_with(&text)) {
            self.parts.insert(at, comment(about, 0) + &text);
        }
    }

    /// The members of an object. It stays open, so that fields of tomorrow pass.
    fn members(&mut self, owner: &str, fields: &[Field], depth: usize) -> String {
        let text = self.only(owner, fields, depth);
        format!("{text}{}[more: string]: unknown;\n", indent(depth))
    }

    /// The members of an object that has no others.
    fn only(&mut self, owner: &str, fields: &[Field], depth: usize) -> String {
        let mut text = String::new();
        for field in fields {
            let limits = self.asked.then(|| limits(field.kind, field.doc)).flatten();
            let doc = [Some(field.doc.to_string()), limits];
            let doc: Vec<String> = doc.into_iter().flatten().collect();
            text.push_str(&comment(&[doc.join(" ")], depth));
            let name = format!("{owner}{}", pascal(field.name));
            let mut kind = self.kind(&name, field, field.kind, depth);
            if !field.required && kind != "unknown" {
                // Said for callers with `exactOptionalPropertyTypes`: both sides take these for absent.
                if self.asked {
                    kind.push_str(" | undefined");
                } else if words(field.doc).any(|word| word == "null") {
                    kind.push_str(" | null");
                }
            }
            let mark = if field.required { "" } else { "?" };
            let gap = if kind.starts_with('\n') { "" } else { " " };
            text.push_str(&format!(
                "{}{}{mark}:{gap}{kind};\n",
                indent(depth),
                key(field.name)
            ));
        }
        text
    }

    /// The type of a value; an object that gets a name of its own is called `name`.
    fn kind(&mut self, name: &str, field: &Field, kind: Kind, depth: usize) -> String {
        match kind {
            Kind::Any => "unknown".into(),
            Kind::Bool => "boolean".into(),
            Kind::Closed(fields) => {
                let members = self.only(name, fields, depth + 1);
                format!("{{\n{members}{}}}", indent(depth))
            }
            Kind::Either(one, other) => {
                let one = self.kind(name, field, *one, depth);
                let other = self.kind(name, field, *other, depth);
                if one == other {
                    one
                } else {
                    format!("{one} | {other}")
                }
            }
            Kind::File(_) => "FileInput".into(),
            Kind::Id { .. } => "Id".into(),
            Kind::Int { .. } | Kind::Num { .. } => numbers(field.known),
            Kind::List { of, .. } => {
                let item = self.item(name, field, *of, depth);
                match of {
                    Kind::Either(..) | Kind::Numbers(_) | Kind::OneOf(_) => format!("({item})[]"),
                    _ if item.contains("(number & {})") => format!("({item})[]"),
                    _ => format!("{item}[]"),
                }
            }
            Kind::Base64(_) | Kind::Media(_) if self.asked => "MediaInput".into(),
            Kind::Base64(_) | Kind::Media(_) => "MediaResult".into(),
            Kind::Numbers(values) => {
                let values: Vec<String> = values.iter().map(i64::to_string).collect();
                values.join(" | ")
            }
            Kind::OneOf(values) => closed(values, depth),
            Kind::Url(_) => "string".into(),
            // Large objects have a name, which callers use to build them piece by piece.
            Kind::Object(fields) if fields.len() > 3 => {
                self.interface(name, &[field.doc.to_string()], fields);
                name.to_string()
            }
            Kind::Object(fields) => {
                let members = self.members(name, fields, depth + 1);
                format!("{{\n{members}{}}}", indent(depth))
            }
            Kind::Text { .. } => texts(field, depth),
        }
    }

    /// The type of a list's item: an object in a list has a name, that of the list in the singular.
    fn item(&mut self, list: &str, field: &Field, kind: Kind, depth: usize) -> String {
        let Kind::Object(fields) = kind else {
            return self.kind(list, field, kind, depth);
        };
        let name = list.strip_suffix('s').unwrap_or(list);
        self.interface(name, &[format!("An item of `{}`.", field.name)], fields);
        name.to_string()
    }
}

/// A number, with the values known today as suggestions.
fn numbers(known: &[&str]) -> String {
    match known {
        [] => "number".into(),
        _ => format!("{} | (number & {{}})", known.join(" | ")),
    }
}

/// One of these texts and no other.
fn closed(values: &[&str], depth: usize) -> String {
    let values: Vec<String> = values.iter().map(|value| quote(value)).collect();
    let line = values.join(" | ");
    match depth * 2 + line.len() + 30 <= WIDTH {
        true => line,
        false => format!("\n{}", broken(&values, depth)),
    }
}

/// A text, with the values known today as suggestions.
fn texts(field: &Field, depth: usize) -> String {
    let values: Vec<String> = field.known.iter().map(|value| quote(value)).collect();
    let line = values.join(" | ");
    if values.is_empty() {
        return "string".into();
    }
    // With room for the field's own name before it, and for what may follow.
    match depth * 2 + field.name.len() + line.len() + 25 <= WIDTH {
        true => format!("Suggest<{line}>"),
        false => format!("Suggest<\n{}\n{}>", broken(&values, depth), indent(depth)),
    }
}

/// A union in as many lines as it needs.
fn broken(values: &[String], depth: usize) -> String {
    let inner = indent(depth + 1);
    let mut lines = vec![inner.clone()];
    for value in values {
        if let Some(last) = lines.last_mut() {
            let item = format!("| {value} ");
            match last.len() + item.len() <= WIDTH {
                true => last.push_str(&item),
                false => lines.push(format!("{inner}{item}")),
            }
        }
    }
    let lines: Vec<&str> = lines.iter().map(|line| line.trim_end()).collect();
    lines.join("\n")
}

/// Names of fields in a sentence.
fn list(names: &[&str]) -> String {
    let names: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    names.join(", ")
}

/// The limits of a value in a sentence, unless the documentation names them itself.
fn limits(kind: Kind, doc: &str) -> Option<String> {
    let (bounds, sentence) = match kind {
        Kind::Int { min, max } => match (min, max) {
            (i64::MIN, i64::MAX) => return None,
            (i64::MIN, max) => (vec![max.to_string()], format!("At most {max}.")),
            (min, i64::MAX) => (vec![min.to_string()], format!("At least {min}.")),
            (min, max) => (
                vec![min.to_string(), max.to_string()],
                format!("From {min} to {max}."),
            ),
        },
        Kind::Num { min, max, .. } if min == f64::MIN && max == f64::MAX => return None,
        Kind::Num { min, max, above } => {
            let bounds = vec![min.to_string(), max.to_string()];
            match (above, max == f64::MAX) {
                (true, true) => (bounds, format!("Greater than {min}.")),
                (true, false) => (bounds, format!("Greater than {min}, up to {max}.")),
                (false, true) => (bounds, format!("At least {min}.")),
                (false, false) => (bounds, format!("From {min} to {max}.")),
            }
        }
        Kind::List { min, max, .. } => counted(min, max, "item")?,
        Kind::Text { min, max } if (min, max) != (1, usize::MAX) => counted(min, max, "character")?,
        _ => return None,
    };
    let named = bounds
        .iter()
        .all(|bound| words(doc).any(|word| &word == bound));
    (!named).then_some(sentence)
}

fn counted(min: usize, max: usize, unit: &str) -> Option<(Vec<String>, String)> {
    let plural = |count: usize| if count == 1 { "" } else { "s" };
    Some(match (min, max) {
        (0, usize::MAX) => return None,
        (min, max) if min == max => (
            vec![min.to_string()],
            format!("Exactly {min} {unit}{}.", plural(min)),
        ),
        (min, usize::MAX) => (
            vec![min.to_string()],
            format!("At least {min} {unit}{}.", plural(min)),
        ),
        // A required value is there anyway.
        (0 | 1, max) => (
            vec![max.to_string()],
            format!("At most {} {unit}s.", thousands(max)),
        ),
        (min, max) => {
            let bounds = vec![min.to_string(), max.to_string()];
            (bounds, format!("From {min} to {} {unit}s.", thousands(max)))
        }
    })
}

/// The words and numbers of a text, without punctuation: `1,500` is `1500`, and `one` is `1`.
fn words(text: &str) -> impl Iterator<Item = String> {
    text.split(|letter: char| !letter.is_alphanumeric() && !matches!(letter, ',' | '.' | '-'))
        .map(|word| {
            word.trim_matches(['.', ','])
                .replace(',', "")
                .to_lowercase()
        })
        .map(|word| if word == "one" { "1".to_string() } else { word })
}

fn thousands(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (position, digit) in digits.chars().enumerate() {
        if position > 0 && (digits.len() - position).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// A method of a provider: the path of names to it, and its declaration.
struct Method {
    path: Vec<String>,
    doc: Vec<String>,
    kind: String,
}

/// The methods that a row becomes: the call itself, and the task that it starts.
fn methods(operation: &'static Operation) -> Vec<Method> {
    let name = pascal(operation.id);
    let body = format!("{name}Response");
    let answer = match operation.answer {
        Answer::Bytes => "MediaResult<undefined>".to_string(),
        Answer::Json => body.clone(),
        Answer::Text => format!("{body} | string"),
        Answer::Media => format!("MediaResult<{body}>"),
    };
    let event = operation.stream.map(|stream| match stream {
        Stream::Audio => "AudioFrame",
        Stream::Chat => "ChatChunk",
        Stream::Messages => "MessagesEvent",
        Stream::Responses => "ResponseEvent",
        Stream::Transcript => "TranscriptPiece",
    });
    let kind = match (event, operation.answer) {
        (None, _) => format!("Op<{name}Request, {answer}>"),
        (Some(event), Answer::Json | Answer::Text) => {
            format!("StreamOp<{name}Request, {answer}, {event}>")
        }
        (Some(event), _) => format!("StreamOp<{name}Request, {answer}, {event}, {body}>"),
    };
    let mut about = format!("`{} {}`", operation.method.as_str(), operation.path);
    if operation.bills {
        about.push_str(": repeating it may cost money, or create something twice");
    }
    about.push('.');
    let path = |id: &str| id.split('.').skip(1).map(camel).collect();
    let mut methods = vec![Method {
        path: path(operation.id),
        doc: vec![operation.doc.to_string(), about],
        kind,
    }];
    if let Some(task) = operation.task {
        methods.push(Method {
            path: path(task.name),
            doc: vec![
                task.doc.to_string(),
                format!("The task that `{}` starts.", operation.id),
            ],
            kind: format!("TaskOp<{name}Request>"),
        });
    }
    methods
}

/// The members of a group, in the order in which the rows name them.
fn members(methods: &[&Method], depth: usize) -> String {
    let step = |method: &Method| method.path.get(depth - 1).cloned();
    let mut names: Vec<String> = Vec::new();
    for name in methods.iter().filter_map(|method| step(method)) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let mut text = String::new();
    for name in names {
        let here: Vec<&Method> = methods
            .iter()
            .filter(|method| step(method).as_ref() == Some(&name))
            .copied()
            .collect();
        match here.first() {
            Some(method) if method.path.len() == depth => {
                text.push_str(&comment(&method.doc, depth));
                text.push_str(&format!(
                    "{}{}: {};\n",
                    indent(depth),
                    key(&name),
                    method.kind
                ));
            }
            _ => {
                let inner = members(&here, depth + 1);
                text.push_str(&format!(
                    "{0}{1}: {{\n{inner}{0}}};\n",
                    indent(depth),
                    key(&name)
                ));
            }
        }
    }
    text
}

/// A documentation comment: a sentence on one line, several as paragraphs, those that begin with `- ` as a list.
fn comment(paragraphs: &[String], depth: usize) -> String {
    let inner = indent(depth);
    let clean = |text: &String| text.replace("*/", "*\\/");
    if let [one] = paragraphs
        && inner.len() + one.len() + 8 <= WIDTH
    {
        return format!("{inner}/** {} */\n", clean(one));
    }
    let mut lines: Vec<String> = Vec::new();
    let mut listed = false;
    for paragraph in paragraphs.iter().map(clean) {
        let item = paragraph.starts_with("- ");
        if !(lines.is_empty() || item && listed) {
            lines.push(String::new());
        }
        listed = item;
        let mut line = String::new();
        for word in paragraph.split(' ') {
            if !line.is_empty() && inner.len() + 4 + line.len() + word.len() > WIDTH {
                lines.push(std::mem::take(&mut line));
                line.push_str(if item { " " } else { "" });
            }
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
        lines.push(line);
    }
    let lines: String = lines
        .iter()
        .map(|line| format!("{inner} * {line}").trim_end().to_string() + "\n")
        .collect();
    format!("{inner}/**\n{lines}{inner} */\n")
}

fn indent(depth: usize) -> String {
    "  ".repeat(depth)
}

fn quote(text: &str) -> String {
    format!("'{}'", text.replace('\\', "\\\\").replace('\'', "\\'"))
}

/// A member's name, in quotes where JavaScript wants them.
fn key(name: &str) -> String {
    let plain = name
        .chars()
        .all(|letter| letter.is_ascii_alphanumeric() || letter == '_');
    match plain && !name.starts_with(|letter: char| letter.is_ascii_digit()) {
        true => name.to_string(),
        false => quote(name),
    }
}
