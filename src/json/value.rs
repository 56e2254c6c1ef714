//! The value itself: numbers by their digits, objects by their order.

use super::MAX_SAFE;
use super::write::to_string;
use crate::text;
use crate::text::{digits, signed};
use std::fmt;

/// A JSON value.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Value {
    /// A list.
    Array(Vec<Value>),
    /// `true` or `false`.
    Bool(bool),
    /// `null`.
    #[default]
    Null,
    /// A number.
    Number(Number),
    /// An object.
    Object(Map),
    /// A text.
    String(String),
}

/// A number, as its digits were written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number(pub(super) Box<str>);

/// The members of an object, in the order they came; a name that comes twice counts as its last.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Map(pub(super) Vec<(String, Value)>);

impl Number {
    /// The number, when it is whole and fits.
    pub fn as_i64(&self) -> Option<i64> {
        text::number(&self.0)
    }

    /// The number, when it is whole, not negative, and fits.
    pub fn as_u64(&self) -> Option<u64> {
        text::whole(&self.0)
    }

    /// The nearest float; exact for up to fifteen digits and exponents up to 22.
    pub fn as_f64(&self) -> f64 {
        let (negative, text) = match self.0.strip_prefix("-") {
            Some(rest) => (true, rest),
            None => (false, &*self.0),
        };
        let (digits, exponent) = text::cut(text, b"eE").unwrap_or((text, "0"));
        let exponent = text::number(exponent).and_then(|exponent| i32::try_from(exponent).ok());
        let mut exponent = exponent.unwrap_or(i32::MAX / 2);
        let (mut mantissa, mut fraction) = (0_u64, false);
        for digit in digits.bytes() {
            let value = u64::from(digit.wrapping_sub(b'0'));
            match digit {
                b'.' => fraction = true,
                _ if mantissa < MAX_SAFE => {
                    mantissa = mantissa * 10 + value;
                    exponent -= i32::from(fraction);
                }
                _ => exponent += i32::from(!fraction),
            }
        }
        let power = |exponent: i32| (0..exponent.min(400)).fold(1.0, |power, _| power * 10.0);
        let size = match exponent {
            0.. => mantissa as f64 * power(exponent),
            _ => mantissa as f64 / power(exponent.saturating_neg()),
        };
        if negative { -size } else { size }
    }

    /// The whole number that a text of digits stands for, of any size.
    pub fn whole(text: &str) -> Option<Self> {
        let digits = text.strip_prefix("-").unwrap_or(text).as_bytes();
        let whole = match digits {
            [b'0'] => true,
            [b'1'..=b'9', rest @ ..] => rest.iter().all(u8::is_ascii_digit),
            _ => false,
        };
        whole.then(|| Self(text.into()))
    }

    /// A number of hundredths: 50 is `0.5`.
    pub fn from_hundredths(hundredths: i64) -> Self {
        let (whole, part) = (hundredths / 100, hundredths.unsigned_abs() % 100);
        let text = match part {
            0 => signed(whole),
            _ if part.is_multiple_of(10) => text!(signed(whole), ".", digits(part / 10)),
            _ => text!(signed(whole), ".", digits(part / 10), digits(part % 10)),
        };
        Self(text.into())
    }

    /// The digits as they were written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether the number is written with a fraction or an exponent.
    pub fn is_float(&self) -> bool {
        self.0.bytes().any(|b| matches!(b, b'.' | b'e' | b'E'))
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Map {
    /// No members.
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// How many members there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The member of this name.
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.iter()
            .find(|(found, _)| *found == name)
            .map(|(_, value)| value)
    }

    /// The member of this name, to change it.
    pub fn get_mut(&mut self, name: &str) -> Option<&mut Value> {
        let mut members = self.0.iter_mut();
        members
            .find(|(found, _)| found == name)
            .map(|(_, value)| value)
    }

    /// Whether there is a member of this name.
    pub fn contains_key(&self, name: &str) -> bool {
        self.get(name).is_some()
    }

    /// Sets a member; gives what was there.
    pub fn insert(&mut self, name: impl Into<String>, value: Value) -> Option<Value> {
        self.put(name.into(), value)
    }

    fn put(&mut self, name: String, value: Value) -> Option<Value> {
        match self.get_mut(&name) {
            Some(found) => Some(std::mem::replace(found, value)),
            None => {
                self.0.push((name, value));
                None
            }
        }
    }

    /// Takes a member out.
    pub fn remove(&mut self, name: &str) -> Option<Value> {
        let index = self.0.iter().position(|(found, _)| found == name)?;
        Some(self.0.remove(index).1)
    }

    /// Keeps only the members that `keep` says yes to.
    pub fn retain(&mut self, mut keep: impl FnMut(&str, &Value) -> bool) {
        self.0.retain(|(name, value)| keep(name, value));
    }

    /// The members.
    pub fn iter(&self) -> impl Iterator<Item = (&String, &Value)> {
        self.0.iter().map(|(name, value)| (name, value))
    }

    /// The members' names.
    pub fn keys(&self) -> impl Iterator<Item = &String> {
        self.0.iter().map(|(name, _)| name)
    }

    /// The members' values, to be changed.
    pub fn values_mut(&mut self) -> impl Iterator<Item = &mut Value> {
        self.0.iter_mut().map(|(_, value)| value)
    }

    /// The members' values.
    pub fn values(&self) -> impl Iterator<Item = &Value> {
        self.0.iter().map(|(_, value)| value)
    }
}

impl IntoIterator for Map {
    type Item = (String, Value);
    type IntoIter = std::vec::IntoIter<(String, Value)>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl Value {
    /// An object of these members; those that are null are left out.
    #[inline]
    pub fn present<const N: usize>(mut members: [(&str, Self); N]) -> Self {
        Self::take(&mut members, false)
    }

    /// An object of these members.
    #[inline]
    pub fn object<const N: usize>(mut members: [(&str, Self); N]) -> Self {
        Self::take(&mut members, true)
    }

    /// One code for every number of members.
    #[inline(never)]
    fn take(members: &mut [(&str, Self)], nulls: bool) -> Self {
        let mut taken = Vec::with_capacity(members.len());
        for (name, value) in members {
            if nulls || !value.is_null() {
                taken.push(((*name).to_string(), std::mem::take(value)));
            }
        }
        Self::Object(Map(taken))
    }

    /// The member of this name, of an object.
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.as_object()?.get(name)
    }

    /// Whether it is null.
    pub fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }

    /// The text, of a text.
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Self::String(text) => Some(text),
            _ => None,
        }
    }

    /// The whole number, of a number.
    pub fn as_i64(&self) -> Option<i64> {
        match self {
            Self::Number(number) => number.as_i64(),
            _ => None,
        }
    }

    /// The whole number that is not negative, of a number.
    pub fn as_u64(&self) -> Option<u64> {
        match self {
            Self::Number(number) => number.as_u64(),
            _ => None,
        }
    }

    /// The number, of a number.
    pub fn as_f64(&self) -> Option<f64> {
        match self {
            Self::Number(number) => Some(number.as_f64()),
            _ => None,
        }
    }

    /// The truth, of a truth.
    pub fn as_bool(&self) -> Option<bool> {
        match self {
            Self::Bool(truth) => Some(*truth),
            _ => None,
        }
    }

    /// The items, of a list.
    pub fn as_array(&self) -> Option<&Vec<Value>> {
        match self {
            Self::Array(items) => Some(items),
            _ => None,
        }
    }

    /// The items of the list that a member is; none where it is anything else.
    pub fn items(&self, name: &str) -> &[Value] {
        match self.get(name) {
            Some(Self::Array(items)) => items,
            _ => &[],
        }
    }

    /// The members, of an object.
    pub fn as_object(&self) -> Option<&Map> {
        match self {
            Self::Object(members) => Some(members),
            _ => None,
        }
    }
}

macro_rules! from_whole {
    ($($kind:ty => $write:ident($wide:ty)),* $(,)?) => {$(
        impl From<$kind> for Value {
            fn from(number: $kind) -> Self {
                Self::Number(number.into())
            }
        }
        impl From<$kind> for Number {
            fn from(number: $kind) -> Self {
                Self($write(number as $wide).into())
            }
        }
    )*};
}
from_whole! {
    i32 => signed(i64),
    i64 => signed(i64),
    u16 => digits(u64),
    u32 => digits(u64),
    u64 => digits(u64),
    usize => digits(u64),
}

macro_rules! from_part {
    ($($kind:ty => $make:expr),* $(,)?) => {$(
        impl From<$kind> for Value {
            fn from(part: $kind) -> Self {
                $make(part)
            }
        }
    )*};
}
from_part! {
    &str => |text: &str| Self::String(text.to_string()),
    &String => |text: &String| Self::String(text.clone()),
    String => Self::String,
    bool => Self::Bool,
    Map => Self::Object,
    Number => Self::Number,
    Vec<Value> => Self::Array,
}

impl<T: Into<Value>> From<Option<T>> for Value {
    fn from(part: Option<T>) -> Self {
        part.map_or(Self::Null, Into::into)
    }
}

impl fmt::Display for Value {
    /// Writes compact JSON.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&to_string(self))
    }
}
