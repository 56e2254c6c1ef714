//! The router's embeddings (`router.md` 5.8, 6.15).

use super::provider::call;
use crate::operation::{FILLED, Field, INT, Kind, Method, NUM, Operation, TEXT, list, opt, req};

/// The rows.
pub static ROWS: &[Operation] = crate::rows![CREATE];

const CREATE: Operation = call(Method::Post, "router.embeddings.create", "/v1/embeddings")
    .bills()
    .fields(&[
        req("model", FILLED)
            .known(&["text-embedding-3-large", "text-embedding-3-small"])
            .doc("The model."),
        req(
            "input",
            Kind::Either(&FILLED, &list(&FILLED, 1, usize::MAX)),
        )
        .doc("A text, or several."),
        opt("encoding_format", TEXT)
            .known(&["float", "base64"])
            .doc(
                "Numbers (`float`, the default), or the bytes of 32-bit numbers as `base64` text.",
            ),
        opt("dimensions", INT).doc("How long a vector is, from 1 to 3,072."),
        opt("user", TEXT).doc("The end user."),
    ])
    .returns(&[
        opt("object", TEXT).doc("`list`."),
        req("data", list(&Kind::Object(VECTOR), 0, usize::MAX)).doc("A vector for each text."),
        opt("model", TEXT).doc("The model."),
        opt(
            "usage",
            Kind::Object(&[
                opt("prompt_tokens", INT).doc("Tokens of the texts."),
                opt("total_tokens", INT).doc("All tokens."),
            ]),
        )
        .doc("Tokens used."),
    ])
    .doc("Turns texts into vectors.");

const VECTOR: &[Field] = &[
    opt("object", TEXT).doc("`embedding`."),
    opt("index", INT).doc("Which text it is of."),
    req("embedding", Kind::Either(&list(&NUM, 0, usize::MAX), &TEXT))
        .doc("The vector: numbers, or base64 text where that was asked for."),
];
