//! MiniMax files (`minimax.md` 10). A `file_id` is a string here and an exact integer on the wire.

use super::provider::native;
use super::video_v2;
use crate::check::{self, Problem};
use crate::json::{Value, text_at};
use crate::operation::{
    FILLED, Field, Files, INT, Kind, Method, Operation, Rule, TEXT, files, list, opt, req,
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
        let url = text_at(answer, &["file", "download_url"])?;
        let mut output = Output::new("video", &url)?;
        output.mime.get_or_insert_with(|| "video/mp4".to_string());
        output.size = answer.get("file")?.get("bytes").and_then(Value::as_u64);
        output.expires_in = Some(3600);
        Some(output)
    },
};

const UPLOAD: Operation = native(Method::Post, "minimax.files.upload", "/v1/files/upload")
    .bills()
    .multipart(MAX_UPLOAD)
    .fields(&[
        req("purpose", FILLED)
            .known(PURPOSES)
            .doc("What the file is for."),
        req("file", Kind::File(files(512, ""))).doc("The file, with its name."),
    ])
    .rules(&[Rule::Code(fits_its_purpose)])
    .ids(&[&["file", "file_id"]])
    .returns(&[opt("file", FILE).doc("The stored file.")])
    .doc("Uploads a file.");

/// What a purpose takes; one with several lines takes a file that fits any of them.
const LIMITS: &[(&str, Files)] = &[
    ("voice_clone", VOICE),
    ("prompt_audio", VOICE),
    ("t2a_async_input", files(512, "txt zip")),
    ("video_generation_input", video_v2::PICTURE),
    ("video_generation_input", video_v2::SOUND),
    ("video_generation_input", video_v2::FILM),
];
const VOICE: Files = files(20, "mp3 m4a wav");

fn fits_its_purpose(request: &Value) -> Option<Problem> {
    let purpose = request.get("purpose")?.as_str()?;
    let file = request.get("file")?;
    let (mut wrong, mut types) = (None, String::new());
    for (_, files) in LIMITS.iter().filter(|(name, _)| *name == purpose) {
        let problem = check::file(file, *files, "file".to_string())?;
        types.push(' ');
        types.push_str(files.types);
        // Only of a line that has the file's type does the size tell anything.
        if problem.rule == "file_size" || wrong.is_none() {
            wrong = Some(problem);
        }
    }
    let mut wrong = wrong?;
    if wrong.rule == "file_type" {
        wrong.message = crate::text!("must be for ", purpose, " of one of the types", types);
    }
    Some(wrong)
}

const LIST: Operation = native(Method::Get, "minimax.files.list", "/v1/files/list")
    .fields(&[opt("purpose", TEXT)
        .known(PURPOSES)
        .in_query()
        .doc("Only files for this purpose.")])
    .ids(&[&["files", "*", "file_id"]])
    .returns(&[opt("files", list(&FILE, 0, usize::MAX)).doc("The files; may be null.")])
    .doc("Lists the account's files.");

const RETRIEVE: Operation = native(Method::Get, "minimax.files.retrieve", "/v1/files/retrieve")
    .fields(&[req("file_id", Kind::Id { number: true })
        .in_query()
        .doc("The file's id.")])
    .ids(&[&["file", "file_id"]])
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
    .ids(&[&["file_id"]])
    .returns(&[opt("file_id", Kind::Id { number: true }).doc("The deleted file's id.")])
    .doc("Deletes a file.");
