//! Writes bodies, and the rules of rows, as the bytes that a check reads, while compiling.

use super::{Body, Law, Port, When};
use crate::packed::Writer;

pub(super) const ALL: u8 = 0;
pub(super) const ANY: u8 = 1;
pub(super) const NOT: u8 = 2;
pub(super) const HAS: u8 = 3;
pub(super) const IS: u8 = 4;
pub(super) const COUNT: u8 = 5;
pub(super) const EVEN: u8 = 6;
pub(super) const WITHIN: u8 = 7;
pub(super) const STARTS: u8 = 8;
pub(super) const HOLDS: u8 = 9;
pub(super) const LONGER: u8 = 10;
pub(super) const TALLY: u8 = 11;
pub(super) const DIFFER: u8 = 12;
pub(super) const RATIO: u8 = 13;
pub(super) const AREA: u8 = 14;
pub(super) const THIN: u8 = 15;
pub(super) const SUM: u8 = 16;
pub(super) const WORDY: u8 = 17;
pub(super) const LIKE: u8 = 18;
pub(super) const REMAINDER: u8 = 19;
pub(super) const TYPE: u8 = 20;

/// Whether the uniform request is written too. The Worker, which links the bytes in, is only asked in the wire's words.
const UNIFORM: bool = cfg!(feature = "docs");

/// How many bytes the bodies take.
pub const fn length(bodies: &[&[Body]]) -> usize {
    let mut nowhere = Writer::new(&mut []);
    groups(&mut nowhere, bodies);
    nowhere.at
}

/// The bodies as bytes; `N` is what [`length`] says.
pub const fn pack<const N: usize>(bodies: &[&[Body]]) -> [u8; N] {
    let mut bytes = [0; N];
    groups(&mut Writer::new(&mut bytes), bodies);
    bytes
}

const fn groups(writer: &mut Writer<'_>, mut groups: &[&[Body]]) {
    while let Some((group, rest)) = groups.split_first() {
        let mut bodies = *group;
        while let Some((body, more)) = bodies.split_first() {
            if UNIFORM || !body.uniform_only {
                let start = writer.begin();
                one(writer, body);
                writer.end(start);
            }
            bodies = more;
        }
        groups = rest;
    }
}

const fn one(writer: &mut Writer<'_>, body: &Body) {
    writer.lines(body.operations);
    let start = writer.begin();
    let mut models = body.models;
    while let Some((model, rest)) = models.split_first() {
        writer.line(model.id, rest.is_empty());
        models = rest;
    }
    writer.end(start);
    writer.text(body.family);
    writer.text(body.kind);
    writer.byte(body.closed as u8 | (body.uniform_only as u8) << 1);
    let start = writer.begin();
    writer.fields(body.fields);
    writer.end(start);
    let start = writer.begin();
    write(writer, body.names, body.laws);
    writer.end(start);
    if UNIFORM {
        let start = writer.begin();
        ports(writer, body.ports);
        writer.end(start);
        let start = writer.begin();
        laws(writer, body.asks);
        writer.end(start);
        writer.text(body.defaults);
    }
}

/// The ids of a field's own limits as a part, then the laws.
pub const fn write(writer: &mut Writer<'_>, mut names: &[(&str, &str)], rules: &[Law]) {
    let start = writer.begin();
    while let Some(((path, id), rest)) = names.split_first() {
        writer.text(path);
        writer.text(id);
        names = rest;
    }
    writer.end(start);
    laws(writer, rules);
}

const fn laws(writer: &mut Writer<'_>, mut laws: &[Law]) {
    while let Some((law, rest)) = laws.split_first() {
        writer.text(law.id);
        writer.byte(law.refuse as u8);
        writer.text(law.at);
        writer.text(law.says);
        block(writer, &law.when);
        laws = rest;
    }
}

const fn ports(writer: &mut Writer<'_>, mut ports: &[Port]) {
    while let Some((port, rest)) = ports.split_first() {
        writer.text(port.from);
        writer.text(port.to);
        writer.byte(port.item as u8);
        writer.lines(port.words);
        writer.text(port.shape);
        writer.text(port.sets);
        writer.text(port.beside);
        ports = rest;
    }
}

/// A condition with its length before it, so that it can be passed over.
const fn block(writer: &mut Writer<'_>, when: &When) {
    let start = writer.begin();
    condition(writer, when);
    writer.end(start);
}

const fn condition(writer: &mut Writer<'_>, when: &When) {
    match when {
        When::All(parts) | When::Any(parts) => {
            let mut parts = *parts;
            writer.byte(if matches!(when, When::All(_)) {
                ALL
            } else {
                ANY
            });
            while let Some((part, rest)) = parts.split_first() {
                block(writer, part);
                parts = rest;
            }
        }
        When::Not(part) => {
            writer.byte(NOT);
            block(writer, part);
        }
        When::Has(path) => {
            writer.byte(HAS);
            writer.text(path);
        }
        When::Is(path, words) => listed(writer, IS, path, words),
        When::Starts(path, words) => listed(writer, STARTS, path, words),
        When::Holds(path, words) => listed(writer, HOLDS, path, words),
        When::Like(path, words) => listed(writer, LIKE, path, words),
        When::Ratio(path, words) => listed(writer, RATIO, path, words),
        When::Count(paths, min, max) => {
            listed(writer, COUNT, "", paths);
            writer.count(*min);
            writer.count(*max);
        }
        When::Even(one, other) => {
            writer.byte(EVEN);
            writer.text(one);
            writer.text(other);
        }
        When::Within(path, min, max) => {
            writer.byte(WITHIN);
            writer.text(path);
            writer.float(*min);
            writer.float(*max);
        }
        When::Longer(path, max) => most(writer, LONGER, path, *max),
        When::Wordy(path, max) => most(writer, WORDY, path, *max),
        When::Each(path, part) => tally(writer, path, part, 1, usize::MAX),
        When::Tally(path, part, min, max) => tally(writer, path, part, *min, *max),
        When::Differ(paths) => listed(writer, DIFFER, "", paths),
        When::Area(path, min, max) => {
            writer.byte(AREA);
            writer.text(path);
            writer.number(*min);
            writer.number(*max);
        }
        When::Thin(path, times) => factor(writer, THIN, path, *times),
        When::Remainder(path, step) => factor(writer, REMAINDER, path, *step),
        When::Type(path, types) => {
            writer.byte(TYPE);
            writer.text(path);
            writer.text(types);
        }
        When::Sum(list, member, total) => {
            writer.byte(SUM);
            writer.text(list);
            writer.text(member);
            writer.text(total);
        }
    }
}

const fn listed(writer: &mut Writer<'_>, tag: u8, path: &str, words: &[&str]) {
    writer.byte(tag);
    writer.text(path);
    writer.lines(words);
}

const fn most(writer: &mut Writer<'_>, tag: u8, path: &str, max: usize) {
    writer.byte(tag);
    writer.text(path);
    writer.count(max);
}

const fn factor(writer: &mut Writer<'_>, tag: u8, path: &str, number: u64) {
    writer.byte(tag);
    writer.text(path);
    writer.number(number);
}

const fn tally(writer: &mut Writer<'_>, path: &str, part: &When, min: usize, max: usize) {
    writer.byte(TALLY);
    writer.text(path);
    block(writer, part);
    writer.count(min);
    writer.count(max);
}
