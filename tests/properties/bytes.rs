//! Event streams in any chunks, and media digits of any length.

use super::*;
use crate::lanes;
use genmedia::events::{Decoder, Event};
use genmedia::media::{self, Media};
use genmedia::operation::{Encoding, Inline};

type Owned = (Vec<u8>, Vec<u8>);

fn read<'a>(chunks: impl IntoIterator<Item = &'a [u8]>) -> Vec<Owned> {
    let mut events = Vec::new();
    let mut each = |event: Event<'_>| events.push((event.name.to_vec(), event.data.to_vec()));
    let mut decoder = Decoder::default();
    for chunk in chunks {
        decoder.feed(chunk, &mut each);
    }
    decoder.end(&mut each);
    events
}

/// Bytes that are mostly what a stream is made of.
fn any_stream() -> impl Strategy<Value = Vec<u8>> {
    let piece = prop_oneof![
        4 => prop::sample::select(vec![
            "data:", "data: ", "event: x", ": ping", "id: 1", "\n", "\r", "\r\n", "\n\n", "\r\r",
            "{\"a\":1}", "[DONE]", "é😀", "\u{feff}", "data", "dat", ":", " ",
        ])
        .prop_map(|text| text.as_bytes().to_vec()),
        1 => prop::collection::vec(any::<u8>(), 0..6),
    ];
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

/// The events of a stream by the rules of the standard, written the slow and plain way.
fn plainly(stream: &[u8]) -> Vec<Owned> {
    let stream = stream.strip_prefix("\u{feff}".as_bytes()).unwrap_or(stream);
    let mut lines = vec![Vec::new()];
    let mut bytes = stream.iter().peekable();
    while let Some(byte) = bytes.next() {
        match byte {
            b'\r' | b'\n' => {
                if *byte == b'\r' && bytes.peek() == Some(&&b'\n') {
                    bytes.next();
                }
                lines.push(Vec::new());
            }
            other => lines.last_mut().unwrap().push(*other),
        }
    }
    // An event whose blank line is missing is told all the same.
    lines.push(Vec::new());
    let mut events = Vec::new();
    let (mut name, mut data) = (Vec::new(), Vec::new());
    for line in lines {
        if line.is_empty() {
            let name = std::mem::take(&mut name);
            let data: Vec<Vec<u8>> = std::mem::take(&mut data);
            if !data.is_empty() {
                events.push((name, data.join(&b'\n')));
            }
            continue;
        }
        let colon = line.iter().position(|byte| *byte == b':');
        let (field, value) = line.split_at(colon.unwrap_or(line.len()));
        let value = value.strip_prefix(b":").unwrap_or(value);
        let value = value.strip_prefix(b" ").unwrap_or(value).to_vec();
        match field {
            b"data" => data.push(value),
            b"event" => name = value,
            _ => {}
        }
    }
    events
}

const HEX: &[Inline] = &[Inline {
    path: &["data", "audio"],
    encoding: Encoding::Hex,
}];
const BASE64: &[Inline] = &[Inline {
    path: &["data", "images", "*"],
    encoding: Encoding::Base64,
}];

fn hex(bytes: &[u8], upper: bool) -> String {
    let digit = |byte: &u8| match upper {
        true => format!("{byte:02X}"),
        false => format!("{byte:02x}"),
    };
    bytes.iter().map(digit).collect()
}

fn piece(body: &[u8], media: &Media) -> Vec<u8> {
    match media {
        Media::Bytes(range) => body[range.clone()].to_vec(),
        Media::Link(link) => panic!("{link} is no link"),
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn events_follow_the_standard(stream in any_stream()) {
        prop_assert_eq!(read([&*stream]), plainly(&stream));
    }

    #[test]
    fn any_chunks_give_the_same_events(
        stream in any_stream(),
        cuts in prop::collection::vec(any::<prop::sample::Index>(), 0..6),
    ) {
        let mut cuts: Vec<usize> = cuts.iter().map(|cut| cut.index(stream.len() + 1)).collect();
        cuts.push(0);
        cuts.push(stream.len());
        cuts.sort_unstable();
        let chunks = cuts.windows(2).map(|pair| &stream[pair[0]..pair[1]]);
        prop_assert_eq!(read(chunks), read([&*stream]));
        prop_assert_eq!(read(stream.chunks(1)), read([&*stream]));
    }

    #[test]
    fn no_bytes_make_the_decoder_panic(bytes in prop::collection::vec(any::<u8>(), 0..256)) {
        prop_assert_eq!(read(bytes.chunks(3)), plainly(&bytes));
    }

    #[test]
    fn hex_comes_back_as_it_was(
        bytes in prop::collection::vec(any::<u8>(), 1..200),
        upper in any::<bool>(),
    ) {
        let digits = hex(&bytes, upper);
        let mut body = format!("{{\"data\":{{\"audio\":\"{digits}\"}}}}").into_bytes();
        let split = media::split(&mut body, HEX).unwrap();
        prop_assert_eq!(piece(&body, &split.media[0]), bytes);
        prop_assert_eq!(split.json, br#"{"data":{"audio":{"$media":0}}}"#);
    }

    #[test]
    fn base64_comes_back_as_it_was(
        images in prop::collection::vec(prop::collection::vec(any::<u8>(), 1..200), 1..4),
        (padded, escaped, prefixed) in any::<(bool, bool, bool)>(),
    ) {
        let texts: Vec<String> = images.iter().map(|bytes| {
            let url = media::data_url("image/png", bytes);
            let mut text = if prefixed { url } else { url.split_once(',').unwrap().1.to_string() };
            if !padded {
                text = text.trim_end_matches('=').to_string();
            }
            let text = if escaped { text.replace('/', "\\/") } else { text };
            format!("\"{text}\"")
        }).collect();
        let mut body = format!("{{\"data\":{{\"images\":[{}]}},\"x\":1}}", texts.join(",")).into_bytes();
        let split = media::split(&mut body, BASE64).unwrap();
        let found: Vec<Vec<u8>> = split.media.iter().map(|media| piece(&body, media)).collect();
        prop_assert_eq!(found, images);
        let json: Value = serde_json::from_slice(&split.json).unwrap();
        prop_assert_eq!(&json["x"], 1);
        prop_assert_eq!(json["data"]["images"].as_array().unwrap().len(), texts.len());
    }

    #[test]
    fn the_first_wrong_digit_is_told_exactly(
        bytes in prop::collection::vec(any::<u8>(), 2..200),
        at in any::<prop::sample::Index>(),
        wrong in prop::sample::select(b"g!*-\\\0\xff".to_vec()),
        base64 in any::<bool>(),
    ) {
        let encoding = if base64 { Encoding::Base64 } else { Encoding::Hex };
        let mut text = match encoding {
            Encoding::Hex => hex(&bytes, false).into_bytes(),
            Encoding::Base64 => media::data_url("a/b", &bytes).split_once(',').unwrap().1.into(),
        };
        // A letter of base64 that no hex digit is.
        let wrong = if base64 && wrong == b'g' { b'_' } else { wrong };
        let at = at.index(text.len());
        // This would be the slash, as JSON may write it.
        prop_assume!(!base64 || wrong != b'\\' || text.get(at + 1) != Some(&b'/'));
        text[at] = wrong;
        let error = media::decode(&mut text, encoding).unwrap_err();
        let told = format!("offset {at}");
        prop_assert!(error.message.ends_with(&told), "{} at {}", error, at);
    }

    #[test]
    fn any_digits_are_what_they_are_plainly(
        mut bytes in prop::collection::vec(any::<u8>(), 0..64),
        mut digits in "[0-9a-fA-F+/=\\\\ ]{0,24}|[0-9a-f]{0,200}|[a-zA-Z0-9+/]{0,200}[= ]{0,3}".prop_map(String::into_bytes),
    ) {
        for encoding in [Encoding::Hex, Encoding::Base64] {
            lanes::same(&bytes, encoding);
            lanes::same(&digits, encoding);
        }
        let _ = media::split(&mut bytes, HEX);
        let _ = media::split(&mut digits, BASE64);
        let _ = media::sniff(&bytes);
    }
}

#[test]
fn digits_of_any_length_and_kind() {
    lanes::every_length();
    lanes::every_wrong_place();
    lanes::every_byte();
    lanes::large();
}

#[test]
fn a_byte_is_found_at_every_place() {
    lanes::every_place_of_a_byte();
}
