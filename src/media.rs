//! Media bytes: hex and base64 decoded in place inside the body, and kinds told by their first bytes.

mod base64;
mod hex;

use crate::bytes;
use crate::error::{Error, Kind};
use crate::operation::{Encoding, Inline};
use crate::scan::{self, Token};
use crate::text;
use std::ops::Range;

/// One piece of media of an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Media {
    /// Bytes, as a range of the body they were decoded in.
    Bytes(Range<usize>),
    /// A link to fetch.
    Link(String),
}

/// A JSON answer whose media has been taken out.
#[derive(Debug)]
pub struct Split {
    /// The document with `{"$media": n}` in the place of each piece.
    pub json: Vec<u8>,
    /// The pieces, in the order of their numbers.
    pub media: Vec<Media>,
}

/// Takes the media that `places` name out of a JSON body, decoding it where it lies.
///
/// # Errors
/// `protocol` when the body is not whole JSON, or when a digit is wrong: the message gives its offset.
pub fn split(body: &mut [u8], places: &[Inline]) -> Result<Split, Error> {
    let paths: Vec<&[&str]> = places.iter().map(|place| place.path).collect();
    let mut spans = Vec::new();
    // Told in the order of the text.
    scan::walk(body, &paths, &mut |index, span| {
        if span.token == Token::Text && !span.range.is_empty() {
            spans.push((span.range, index));
        }
    })
    .ok_or_else(|| Error::new(Kind::Protocol, "the answer is not whole JSON"))?;

    let mut json = Vec::new();
    let mut media = Vec::new();
    let mut from = 0;
    for (range, index) in spans {
        let Some(place) = places.get(index) else {
            continue;
        };
        // The quotes around the text go too.
        json.extend_from_slice(
            body.get(from..range.start.saturating_sub(1))
                .unwrap_or_default(),
        );
        json.extend_from_slice(
            text!("{\"$media\":", text::digits(media.len() as u64), "}").as_bytes(),
        );
        from = range.end + 1;
        media.push(take(body, range, place.encoding)?);
    }
    json.extend_from_slice(body.get(from..).unwrap_or_default());
    Ok(Split { json, media })
}

/// Reads the media text at `range`: a link, or bytes decoded in place.
fn take(body: &mut [u8], range: Range<usize>, encoding: Encoding) -> Result<Media, Error> {
    let text = body.get(range.clone()).unwrap_or_default();
    if text.starts_with(b"http:") || text.starts_with(b"https:") {
        let text = std::str::from_utf8(text).unwrap_or_default();
        let link = text.chars().filter(|letter| *letter != '\\').collect();
        return Ok(Media::Link(link));
    }
    let mut start = range.start;
    if encoding == Encoding::Base64 && text.starts_with(b"data:") {
        start += bytes::find(b',', text).map_or(0, |comma| comma + 1);
    }
    let length = decode(body.get_mut(start..range.end).unwrap_or_default(), encoding)?;
    Ok(Media::Bytes(start..start + length))
}

/// Decodes a text, as JSON holds it, in place and gives the number of bytes.
///
/// # Errors
/// `protocol` with the offset of the first wrong digit, for an odd number of hex digits, or for base64 that ends in the
/// middle of a group.
pub fn decode(text: &mut [u8], encoding: Encoding) -> Result<usize, Error> {
    match encoding {
        Encoding::Hex => hex::decode(text),
        Encoding::Base64 => base64::decode(text),
    }
}

fn wrong(message: String) -> Error {
    Error::new(Kind::Protocol, message)
}

fn wrong_digit(encoding: &str, at: usize) -> Error {
    let at = text::digits(at as u64);
    wrong(text!(
        "the ",
        encoding,
        " media has a wrong digit at offset ",
        at
    ))
}

/// Bytes as a data URL, for fields that take one.
pub fn data_url(mime: &str, bytes: &[u8]) -> String {
    let mime = match if mime.is_empty() { sniff(bytes) } else { mime } {
        // MiniMax takes these only by their short names (`minimax.md` 4.1, 7.4).
        "audio/mpeg" => "audio/mp3",
        "video/quicktime" => "video/mov",
        other => other,
    };
    let mut url = text!("data:", mime, ";base64,");
    base64::write(bytes, &mut url);
    url
}

/// Where the first bytes of a kind of file stand, and what they are.
const STARTS: [(usize, &[u8], &str); 10] = [
    (0, b"\x89PNG", "image/png"),
    (0, b"\xff\xd8\xff", "image/jpeg"),
    (0, b"GIF8", "image/gif"),
    (8, b"WEBP", "image/webp"),
    (8, b"WAVE", "audio/wav"),
    (0, b"fLaC", "audio/flac"),
    (0, b"OggS", "audio/ogg"),
    (0, b"ID3", "audio/mpeg"),
    (4, b"ftyp", "video/mp4"),
    (0, b"\x1a\x45\xdf\xa3", "video/webm"),
];

/// The MIME type that the first bytes tell, or `application/octet-stream`.
pub fn sniff(bytes: &[u8]) -> &'static str {
    let starts = |(at, start, _): &&(usize, &[u8], _)| {
        bytes.get(*at..).is_some_and(|rest| rest.starts_with(start))
    };
    match (STARTS.iter().find(starts), bytes) {
        (Some((_, _, mime)), _) => mime,
        // An MPEG audio frame: eleven sync bits, then a version and a layer that exist.
        (None, [0xff, second, ..]) if second & 0xe6 == 0xe2 => "audio/mpeg",
        _ => UNKNOWN,
    }
}

/// The MIME type of bytes that tell none.
pub const UNKNOWN: &str = "application/octet-stream";

/// Endings of names, and format words, each before its MIME type.
const ENDINGS: &str = "aac audio/aac aiff audio/aiff flac audio/flac gif image/gif heic image/heic \
    heif image/heif jpeg image/jpeg jpg image/jpeg m4a audio/mp4 mov video/quicktime \
    mp3 audio/mpeg mp4 video/mp4 ogg audio/ogg opus audio/ogg pcm audio/pcm \
    png image/png txt text/plain wav audio/wav webm video/webm webp image/webp \
    zip application/zip";

/// The MIME type that a file name, a URL or a format word ends in, or that another name of it means: `audio/x-wav`.
pub fn mime_of(name: &str) -> Option<&'static str> {
    let path = text::parts(name, b"?#;").next()?;
    let ending = text::parts(path, b"./").last()?;
    let ending = ending.strip_prefix("x-").unwrap_or(ending);
    let mut known = text::parts(ENDINGS, b" ");
    while let (Some(word), Some(mime)) = (known.next(), known.next()) {
        if ending.eq_ignore_ascii_case(word) || path.eq_ignore_ascii_case(mime) {
            return Some(mime);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    const AUDIO: &[Inline] = &[Inline {
        path: &["data", "audio"],
        encoding: Encoding::Hex,
    }];
    const IMAGES: &[Inline] = &[Inline {
        path: &["data", "images", "*"],
        encoding: Encoding::Base64,
    }];

    fn bytes(body: &[u8], media: &Media) -> Vec<u8> {
        match media {
            Media::Bytes(range) => body[range.clone()].to_vec(),
            Media::Link(link) => link.clone().into_bytes(),
        }
    }

    #[test]
    fn hex_is_decoded_in_place() {
        let mut body = br#"{"data":{"audio":"00fF10","status":2},"x":1}"#.to_vec();
        let split = split(&mut body, AUDIO).unwrap();
        assert_eq!(
            split.json,
            br#"{"data":{"audio":{"$media":0},"status":2},"x":1}"#
        );
        assert_eq!(bytes(&body, &split.media[0]), [0x00, 0xff, 0x10]);
    }

    #[test]
    fn base64_with_escapes_prefix_and_without_padding() {
        let mut body =
            br#"{"data":{"images":["\/\/\/\/","data:image/png;base64,AAEC","AAE",""]}}"#.to_vec();
        let split = split(&mut body, IMAGES).unwrap();
        let got: Vec<Vec<u8>> = split.media.iter().map(|m| bytes(&body, m)).collect();
        assert_eq!(got, [vec![255, 255, 255], vec![0, 1, 2], vec![0, 1]]);
    }

    #[test]
    fn links_stay_links() {
        let mut body = br#"{"data":{"audio":"https:\/\/cdn.test\/a.mp3"}}"#.to_vec();
        let split = split(&mut body, AUDIO).unwrap();
        assert_eq!(
            split.media,
            [Media::Link("https://cdn.test/a.mp3".to_string())]
        );
    }

    #[test]
    fn a_wrong_digit_is_told_with_its_offset() {
        let mut long = "ab".repeat(500).into_bytes();
        long[701] = b'g';
        let error = decode(&mut long, Encoding::Hex).unwrap_err();
        assert!(error.message.contains("offset 701"), "{error}");
        let error = decode(&mut b"abc".to_vec(), Encoding::Hex).unwrap_err();
        assert!(error.message.contains("odd"), "{error}");
        let error = decode(&mut b"AA*A".to_vec(), Encoding::Base64).unwrap_err();
        assert!(error.message.contains("offset 2"), "{error}");
    }

    #[test]
    fn data_urls_and_sniffing() {
        assert_eq!(
            data_url("image/png", &[0, 1, 2]),
            "data:image/png;base64,AAEC"
        );
        assert_eq!(data_url("", b"ID3xyz"), "data:audio/mp3;base64,SUQzeHl6");
        assert_eq!(
            data_url("video/quicktime", &[0]),
            "data:video/mov;base64,AA=="
        );
        assert_eq!(sniff(&[0xff, 0xfb, 0x90]), "audio/mpeg");
        assert_eq!(sniff(&[0xff, 0xd8, 0xff]), "image/jpeg");
        assert_eq!(mime_of("https://x.test/a.MP4?sig=a.png"), Some("video/mp4"));
        for (name, mime) in [
            ("wav", "audio/wav"),
            ("audio/x-wav", "audio/wav"),
            ("audio/mp4", "audio/mp4"),
            ("audio/x-m4a", "audio/mp4"),
            ("video/mp4", "video/mp4"),
            ("video/quicktime", "video/quicktime"),
            ("image/JPG", "image/jpeg"),
            ("text/plain;charset=utf-8", "text/plain"),
        ] {
            assert_eq!(mime_of(name), Some(mime), "{name}");
        }
        assert_eq!(mime_of("application/octet-stream"), None);
        assert_eq!(mime_of(""), None);
    }
}
