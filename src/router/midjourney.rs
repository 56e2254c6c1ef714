//! The router's Midjourney: submits that answer with a code, one look for all of them, and the first picture's bytes
//! (`router.md` 5.7).

use super::provider::{ROUTER, call, task_error};
use super::task::{MONTH, TASK_ID, percent};
use crate::json::{Value, text_at};
use crate::operation::{
    Dialect, FILLED, Field, INT, Kind, LINK, MEDIA, Method, Operation, TEXT, files, list, opt, req,
};
use crate::task::{DEADLINE_MS, Output, State, Task, Update};

/// The rows.
pub static ROWS: &[Operation] = crate::rows![IMAGINE, BLEND, CHANGE, MODAL, FETCH, IMAGE];

const fn submit(id: &'static str, path: &'static str) -> Operation {
    Operation::new(&ROUTER, Dialect::RouterSubmit, Method::Post, id, path)
        .bills()
        .returns(SUBMITTED)
}

const fn follow(name: &'static str, doc: &'static str) -> Task {
    Task {
        name,
        doc: crate::field::told(doc),
        id: &["result"],
        poll: "router.midjourney.fetch",
        poll_field: "task_id",
        other: None,
        read,
        then: None,
        cancel: None,
        first_ms: 5_000,
        slowest_ms: 15_000,
        deadline_ms: DEADLINE_MS,
    }
}

const SUBMITTED: &[Field] = &[
    opt("code", INT).doc("1 where it was accepted, 21 or 22 where that had happened before."),
    opt("description", TEXT).doc("What was done, or why not."),
    opt("result", Kind::Id { number: false }).doc("The task's id."),
    opt("properties", Kind::Any).doc("More."),
];

const IMAGINE_TASK: Task = follow(
    "router.midjourney.imagine",
    "Draws four pictures and waits for them; `actions` of the result go on from there.",
);
const BLEND_TASK: Task = follow(
    "router.midjourney.blend",
    "Blends pictures and waits for the result; `actions` go on from there.",
);
const CHANGE_TASK: Task = follow(
    "router.midjourney.change",
    "Presses a button of a finished picture and waits for what comes of it.",
);
const MODAL_TASK: Task = follow(
    "router.midjourney.modal",
    "Gives a window the words that it waits for, and waits for the picture.",
);

const STATE: Field = opt("state", TEXT).doc("The caller's own words; the task repeats them.");
const PARENT: Field =
    req("taskId", Kind::Id { number: false }).doc("The task whose button is pressed.");
const BUTTON: Field =
    req("customId", FILLED).doc("The button, exactly as the task's `buttons` have it.");

const IMAGINE: Operation = submit("router.midjourney.submit_imagine", "/mj/submit/imagine")
    .fields(&[
        req("model", FILLED).doc("`mj_imagine` draws a prompt, `mj_blend` blends pictures."),
        opt("base64Array", list(&MEDIA, 0, usize::MAX)).doc("Pictures as data URLs or files."),
    ])
    .task(&IMAGINE_TASK)
    .doc("Starts pictures from a prompt, or from pictures that are blended.");

const BLEND: Operation = submit("router.midjourney.submit_blend", "/mj/submit/blend")
    .fields(&[
        req("base64Array", list(&LINK, 2, 5))
            .doc("From 2 to 5 pictures, as links in spite of the name."),
        opt("prompt", TEXT).doc("What to draw of them."),
    ])
    .names(&[("base64Array", "J3")])
    .task(&BLEND_TASK)
    .doc("Starts to blend pictures that are links.");

const CHANGE: Operation = submit("router.midjourney.submit_change", "/mj/submit/change")
    .fields(&[
        req("model", FILLED)
            .known(&[
                "mj_upscale",
                "mj_variation",
                "mj_low_variation",
                "mj_high_variation",
                "mj_reroll",
                "mj_zoom",
                "mj_custom_zoom",
                "mj_pan",
            ])
            .doc("What the button does."),
        PARENT,
        BUTTON,
        opt("prompt", TEXT).doc("What to draw around it, of a zoom of one's own."),
        STATE,
    ])
    .task(&CHANGE_TASK)
    .doc("Presses a button of a finished picture.");

const MODAL: Operation = submit("router.midjourney.submit_modal", "/mj/submit/modal")
    .fields(&[
        req("model", FILLED).known(&["mj_remix"]).doc("The model."),
        PARENT,
        BUTTON,
        req("prompt", FILLED).doc("What to draw."),
        opt("maskBase64", Kind::Base64(files(64, "png")))
            .doc("Where to draw, as PNG: base64 text or a file."),
        STATE,
    ])
    .task(&MODAL_TASK)
    .doc("Gives words to a window that waits for them, or draws a finished picture anew.");

const FETCH: Operation = call(
    Method::Get,
    "router.midjourney.fetch",
    "/mj/task/{task_id}/fetch",
)
.fields(TASK_ID)
.returns(&[
    opt("id", Kind::Id { number: false }).doc("The task's id."),
    opt("action", TEXT).doc("What it does, such as `IMAGINE`."),
    opt("status", TEXT)
        .known(&[
            "NOT_START",
            "SUBMITTED",
            "MODAL",
            "IN_PROGRESS",
            "SUCCESS",
            "FAILURE",
            "CANCEL",
        ])
        .doc("Where it stands; `MODAL` waits for words."),
    opt("progress", TEXT).doc("From `0%` to `100%`."),
    opt("prompt", TEXT).doc("What is drawn."),
    opt("promptEn", TEXT).doc("The same in English."),
    opt("imageUrl", TEXT).doc("Where the picture can be fetched."),
    opt("urls", list(&TEXT, 0, usize::MAX)).doc("Where each of the pictures can be fetched."),
    opt("failReason", TEXT).doc("Why it failed."),
    opt("buttons", list(&Kind::Object(BUTTONS), 0, usize::MAX))
        .doc("What can be done with it next."),
    opt("properties", Kind::Any).doc("More."),
])
.doc("Tells where a Midjourney task stands.");

const BUTTONS: &[Field] = &[
    opt("customId", TEXT).doc("Its id, which presses it."),
    opt("label", TEXT).doc("What is written on it."),
    opt("emoji", TEXT).doc("The sign on it."),
    opt("style", INT).doc("Its colour."),
];

const IMAGE: Operation = call(
    Method::Get,
    "router.midjourney.image",
    "/mj/image/{task_id}",
)
.fields(TASK_ID)
.answers_bytes()
.doc("Fetches the first picture of a finished Midjourney task.");

/// Reads a look at a task. What it can go on with becomes actions (`router.md` 3.1).
fn read(answer: &Value) -> Update {
    let word = |name: &'static str| text_at(answer, name);
    let mut update = Update::new(word("status").unwrap_or_default());
    update.percent = percent(answer);
    match update.state {
        State::Succeeded => {
            for url in answer.items("urls") {
                update.push(url.as_str().and_then(|url| Output::new("image", url)));
            }
            if update.outputs.is_empty() {
                update.push(word("imageUrl").and_then(|url| Output::new("image", url)));
            }
            for output in &mut update.outputs {
                output.expires_in = Some(MONTH);
            }
        }
        State::Failed => {
            let reason = word("failReason").or_else(|| word("description"));
            update.error = Some(task_error(None, reason, "mj_failure"));
        }
        State::ActionRequired => {}
        _ => return update,
    }
    let id = word("id");
    let mut actions = Vec::new();
    for button in answer.items("buttons") {
        let word = |name: &'static str| text_at(button, name);
        let label = word("label").or_else(|| word("emoji"));
        if let Some(button) = word("customId") {
            actions.push(action(id, button, label, update.state));
        }
    }
    if actions.is_empty() && update.state == State::ActionRequired {
        actions.push(press(MODAL.id, id, None, Some("mj_remix"), None));
    }
    if !actions.is_empty() {
        update.actions = Value::Array(actions);
    }
    update
}

/// How the ids of buttons go on after `MJ::`, each before what it does.
const PRESSED: &str = "JOB::upsample mj_upscale \
    JOB::variation mj_variation \
    JOB::low_variation mj_low_variation \
    JOB::high_variation mj_high_variation \
    JOB::reroll mj_reroll \
    JOB::pan_ mj_pan \
    Outpaint mj_zoom \
    CustomZoom mj_custom_zoom \
    RemixModal mj_remix \
    Inpaint mj_remix";

/// The call that presses a button; which model does it is left to the caller where its id does not tell.
fn action(task: Option<&str>, button: &str, label: Option<&str>, state: State) -> Value {
    let word = button.strip_prefix("MJ::").unwrap_or(button);
    // Whatever opened the window, its words go one way.
    let mut model = (state == State::ActionRequired).then_some("mj_remix");
    let mut known = crate::text::parts(PRESSED, b" ");
    while let (None, Some(start), Some(does)) = (model, known.next(), known.next()) {
        model = word.starts_with(start).then_some(does);
    }
    let operation = match model {
        Some("mj_remix") => MODAL.id,
        _ => CHANGE.id,
    };
    press(operation, task, Some(button), model, label)
}

fn press(
    operation: &str,
    task: Option<&str>,
    button: Option<&str>,
    model: Option<&str>,
    label: Option<&str>,
) -> Value {
    let request = Value::present([
        ("model", model.into()),
        ("taskId", task.into()),
        ("customId", button.into()),
    ]);
    Value::present([
        ("operation", operation.into()),
        ("request", request),
        ("label", label.into()),
    ])
}
