//! MiniMax files (`minimax.md` 10). A `file_id` is a string here and an exact integer on the wire.

use super::provider::native;
use super::video_v2;
use crate::json::{Value, at, text_at};
use crate::model::When::{All, Any, Is, Not, Type};
use crate::model::{When, over, refuse};
use crate::operation::{
    FILLED, Field, Files, INT, Kind, Method, Operation, TEXT, files, list, opt, req,
};
use crate::task::{Output, Then};

/// The rows.
pub static ROWS: &[Operation] = crate::rows![UPLOAD, LIST, RETRIEVE, RETRIEVE_CONTENT, DELETE];

const PURPOSES: &[&str] = &[
    "voice_clone",
    "prompt_audio",
    "t2a_async_input",
    "video_understanding",
    "video_generation_input",
    "retrieval",
    "batch",
];

/// The largest upload: 512 MiB, with room for the form around it.
const MAX_UPLOAD: u32 = 513 * 1024 * 1024;

const FILE: Kind = Kind::Object(FILE_FIELDS);
const FILE_FIELDS: &[Field] = &[
    req("file_id", Kind::Id { number: true }).doc("The file's id."),
    opt("bytes", INT).doc("Its size in bytes."),
    opt("created_at", INT).doc("When it was made, in seconds since 1970."),
    opt("filename", TEXT).doc("Its name."),
    opt("purpose", TEXT).known(PURPOSES).doc("What it is for."),
    opt("download_url", TEXT).doc(
        "A link to its bytes: an hour for video, nine for long speech; none for plain uploads.",
    ),
];

/// Turns the file of a finished task into a link.
pub const LINK: Then = Then {
    operation: "minimax.files.retrieve",
    field: "file_id",
    read: |answer: &Value| {
        let url = text_at(answer, "file.download_url")?;
        linked(answer, Output::video(url), 1)
    },
};

/// An output with what the answer to a look at its file tells of it, whose link is good for so many hours.
pub(super) fn linked(answer: &Value, output: Option<Output>, hours: u64) -> Option<Output> {
    let mut output = output?;
    output.size = at(answer, "file.bytes").and_then(Value::as_u64);
    output.expires_in = Some(hours * 3600);
    Some(output)
}

const VOICE: Files = files(20, "mp3 m4a wav");
const FOR_A_VOICE: When = Is("purpose", &["voice_clone", "prompt_audio"]);
const FOR_A_VIDEO: When = Is("purpose", &["video_generation_input"]);
const ANY_TYPE: When = Type("file", "");

const UPLOAD: Operation = native(Method::Post, "minimax.files.upload", "/v1/files/upload")
    .bills()
    .multipart(MAX_UPLOAD)
    .fields(&[
        req("purpose", FILLED)
            .known(PURPOSES)
            .doc("What the file is for."),
        req("file", Kind::File(files(512, ""))).doc("The file, with its name."),
    ])
    .laws(&[
        refuse(
            "file_type",
            "file",
            All(&[FOR_A_VOICE, ANY_TYPE, Not(&Type("file", VOICE.types))]),
            "must be mp3, m4a or wav for voice_clone and prompt_audio",
        ),
        refuse(
            "file_size",
            "file",
            All(&[FOR_A_VOICE, over("file.size", VOICE)]),
            "must have at most 20 MB for voice_clone and prompt_audio",
        ),
        refuse(
            "file_type",
            "file",
            All(&[
                Is("purpose", &["t2a_async_input"]),
                ANY_TYPE,
                Not(&Type("file", "txt zip")),
            ]),
            "must be txt or zip for t2a_async_input",
        ),
        refuse(
            "file_type",
            "file",
            All(&[
                FOR_A_VIDEO,
                ANY_TYPE,
                Not(&Type("file", video_v2::PICTURE.types)),
                Not(&Type("file", video_v2::SOUND.types)),
                Not(&Type("file", video_v2::FILM.types)),
            ]),
            "must be jpg, png, webp, heic, heif, wav, mp3, mp4 or mov for video_generation_input",
        ),
        refuse(
            "file_size",
            "file",
            All(&[
                FOR_A_VIDEO,
                Any(&[
                    over("file.size", video_v2::FILM),
                    All(&[
                        Type("file", video_v2::PICTURE.types),
                        over("file.size", video_v2::PICTURE),
                    ]),
                    All(&[
                        Type("file", video_v2::SOUND.types),
                        over("file.size", video_v2::SOUND),
                    ]),
                ]),
            ]),
            "must have at most 30 MB as a picture, 15 MB as a sound and 50 MB as a film for video_generation_input",
        ),
    ])
    .ids(&["file.file_id"])
    .returns(&[opt("file", FILE).doc("The stored file.")])
    .doc("Uploads a file.");

const LIST: Operation = native(Method::Get, "minimax.files.list", "/v1/files/list")
    .fields(&[opt("purpose", TEXT)
        .known(PURPOSES)
        .in_query()
        .doc("Only files for this purpose.")])
    .ids(&["files.*.file_id"])
    .returns(&[opt("files", list(&FILE, 0, usize::MAX)).doc("The files; may be null.")])
    .doc("Lists the account's files.");

const RETRIEVE: Operation = native(Method::Get, "minimax.files.retrieve", "/v1/files/retrieve")
    .fields(&[req("file_id", Kind::Id { number: true })
        .in_query()
        .doc("The file's id.")])
    .ids(&["file.file_id"])
    .returns(&[opt("file", FILE).doc("The file, with a fresh link where it has one.")])
    .doc("Tells about a file and where its bytes can be fetched.");

const RETRIEVE_CONTENT: Operation = native(
    Method::Get,
    "minimax.files.retrieve_content",
    "/v1/files/retrieve_content",
)
.fields(&[req("file_id", Kind::Id { number: true })
    .in_query()
    .doc("The file's id.")])
.answers_bytes()
.doc("Gives the bytes of a file.");

const DELETE: Operation = native(Method::Post, "minimax.files.delete", "/v1/files/delete")
    .fields(&[
        req("file_id", Kind::Id { number: true }).doc("The file's id."),
        opt("purpose", TEXT)
            .known(PURPOSES)
            .doc("What the file was for; send it where it is known."),
    ])
    .ids(&["file_id"])
    .returns(&[opt("file_id", Kind::Id { number: true }).doc("The deleted file's id.")])
    .doc("Deletes a file.");
