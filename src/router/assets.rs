//! The router's library of portraits: groups, and the assets in them that Seedance videos refer to (`router.md` 5.6,
//! 6.16).

use super::provider::{asset, task_error};
use crate::json::{Value, text_at};
use crate::operation::{
    FILLED, Field, INT, Kind, LINK, Operation, TEXT, int, list, one_of, opt, req, text,
};
use crate::task::{DEADLINE_MS, Output, State, Task, Update};

/// The rows.
pub static ROWS: &[Operation] = crate::rows![
    CREATE,
    GET,
    LIST,
    UPDATE,
    QUOTA,
    CREATE_GROUP,
    LIST_GROUPS,
    GET_GROUP,
    UPDATE_GROUP,
];

const ID: Field = req("id", Kind::Id { number: false }).doc("Its id.");
const PROJECT: Field = opt("project_name", TEXT).doc("The project; default `default`.");
const CHANNELS: &[&str] = &[
    "ima-pro-upload",
    "ima-pro-upload-cn",
    "seedance-upload",
    "seedance-upload-cn",
];
const MODEL: Field = opt("model", TEXT)
    .known(CHANNELS)
    .doc("The channel; default `ima-pro-upload`, which is the one in China.");
const KINDS: &[&str] = &["Image", "Video", "Audio"];
const WORDS: &[&str] = &["Active", "Failed", "Processing"];

const SUCCESS: Field = opt("success", Kind::Bool).doc("Whether it worked.");
const MESSAGE: Field = opt("message", TEXT).doc("Why not.");

const ASSET: &[Field] = &[
    opt("Id", Kind::Id { number: false }).doc("Its id; requests name it as `asset://` and this."),
    opt("Name", TEXT).doc("What it is called."),
    opt("URL", TEXT).doc("Where it is."),
    opt("GroupId", Kind::Id { number: false }).doc("Its group."),
    opt("AssetType", TEXT).known(KINDS).doc("What it is."),
    opt("Status", TEXT)
        .known(WORDS)
        .doc("Whether it can be used."),
    opt("ProjectName", TEXT).doc("Its project."),
    opt("CreateTime", TEXT).doc("When it was created."),
    opt("UpdateTime", TEXT).doc("When it was changed."),
];

const GROUP: &[Field] = &[
    opt("Id", Kind::Id { number: false }).doc("Its id."),
    opt("Name", TEXT).doc("What it is called."),
    opt("Title", TEXT).doc("Its title."),
    opt("Description", TEXT).doc("What it is for."),
    opt("GroupType", TEXT).doc("Its kind."),
    opt("ProjectName", TEXT).doc("Its project."),
    opt("CreateTime", TEXT).doc("When it was created."),
    opt("UpdateTime", TEXT).doc("When it was changed."),
];

/// The answer of what tells no more than an id.
const IDENTIFIED: &[Field] = &[
    SUCCESS,
    MESSAGE,
    opt(
        "data",
        Kind::Object(&[opt("Id", Kind::Id { number: false }).doc("Its id.")]),
    )
    .doc("What it is about."),
];

const COUNT: Field = opt("TotalCount", INT).doc("How many there are.");
const NUMBER: Field = opt("PageNumber", INT).doc("The page.");
const SIZE: Field = opt("PageSize", INT).doc("The most items of a page.");

const PAGE: Field = opt("page_number", int(1, i64::MAX)).doc("The page, from 1 (default).");
const PAGE_SIZE: Field =
    opt("page_size", int(1, 100)).doc("The most items of a page, from 1 to 100; default 20.");
const ORDER: Field =
    opt("sort_order", one_of(&["Asc", "Desc"])).doc("Up or down; capitals matter.");
const NAMED: Field = opt("name", TEXT).doc("What their names hold.");
const GROUPS: Field =
    opt("group_ids", list(&FILLED, 0, usize::MAX)).doc("The groups, by their ids.");
const GROUP_TYPE: Field = opt("group_type", TEXT).doc("The kind of group; default `AIGC`.");

/// The lengths, values and sizes of pages that the service refuses.
const LIMITS: &[(&str, &str)] = &[("length", "P1"), ("range", "P1"), ("value", "P1")];

const TASK: Task = Task {
    name: "router.assets.add",
    doc: crate::field::told(
        "Adds an asset and waits until it can be used: `reference` of its output names it in other requests.",
    ),
    id: &["data.Id"],
    poll: "router.assets.get",
    poll_field: "id",
    other: None,
    read,
    then: None,
    cancel: None,
    first_ms: 2_000,
    slowest_ms: 10_000,
    deadline_ms: DEADLINE_MS,
};

const CREATE: Operation = asset("router.assets.create", "/v1/assets/create")
    .bills()
    .fields(&[
        req("group_id", Kind::Id { number: false }).doc("The group that it goes into."),
        req("url", LINK).doc("Where it is: a link that anybody can fetch."),
        opt("name", text(0, 64)).doc("What it is called, at most 64 characters."),
        opt("asset_type", one_of(KINDS))
            .doc("What it is; default `Image`."),
        PROJECT,
        opt("billing_token_id", INT).doc("The key that pays."),
        // The service's own default is the channel of China, where an asset for other models is paid for and useless.
        req("model", FILLED).known(CHANNELS).doc(
            "The channel, which has to be that of the video model: `seedance-upload` for `seedance-2.0` and \
             `-fast`, `ima-pro-upload` or `ima-pro-upload-cn` for those with `-cn`.",
        ),
    ])
    .names(&[
        ("length", "P1"),
        ("value", "P1"),
        ("link", "G3"),
        ("model", "P2"),
    ])
    .task(&TASK)
    .returns(IDENTIFIED)
    .doc("Adds a picture, video or sound to a group, which costs; it can be used once it is `Active`.");

const GET: Operation = asset("router.assets.get", "/v1/assets/get")
    .fields(&[ID])
    .returns(&[
        SUCCESS,
        MESSAGE,
        opt("data", Kind::Object(ASSET)).doc("The asset."),
    ])
    .doc("Tells of one asset.");

const LIST: Operation = asset("router.assets.list", "/v1/assets/list")
    .fields(&[
        opt(
            "filters",
            Kind::Object(&[
                NAMED,
                GROUPS,
                GROUP_TYPE,
                opt("statuses", list(&one_of(WORDS), 0, usize::MAX)).doc(
                    "Whether they can be used: `Active`, `Failed`, `Processing`; capitals matter.",
                ),
            ]),
        )
        .doc("Which assets."),
        PAGE,
        PAGE_SIZE,
        opt("sort_by", one_of(&["CreateTime", "UpdateTime", "GroupId"]))
            .doc("What decides the order; capitals matter."),
        ORDER,
        PROJECT,
        MODEL,
    ])
    .names(LIMITS)
    .returns(&[
        SUCCESS,
        MESSAGE,
        opt(
            "data",
            Kind::Object(&[
                opt("Items", list(&Kind::Object(ASSET), 0, usize::MAX)).doc("The assets."),
                COUNT,
                NUMBER,
                SIZE,
            ]),
        )
        .doc("A page of them."),
    ])
    .doc("Lists assets.");

const UPDATE: Operation = asset("router.assets.update", "/v1/assets/update")
    .fields(&[
        ID,
        req("name", text(1, 64)).doc("What it is called from now on, at most 64 characters."),
    ])
    .names(LIMITS)
    .returns(IDENTIFIED)
    .doc("Gives an asset another name.");

const QUOTA: Operation = asset("router.assets.quota", "/v1/assets/quota")
    .returns(&[
        SUCCESS,
        MESSAGE,
        opt(
            "data",
            Kind::Object(&[
                opt("enabled", Kind::Bool).doc("Whether there is a limit."),
                opt("max_count_per_user", INT).doc("The most assets."),
                opt("current_count", INT).doc("How many there are."),
            ]),
        )
        .doc("The limit."),
    ])
    .doc("Tells how many assets there may be.");

const CREATE_GROUP: Operation = asset("router.assets.groups.create", "/v1/assets/group/create")
    .fields(&[
        req("name", text(1, 64)).doc("What it is called, at most 64 characters."),
        opt("description", text(0, 300)).doc("What it is for, at most 300 characters."),
        opt("group_type", TEXT).doc("Its kind; default `AIGC`."),
        PROJECT,
        MODEL,
    ])
    .names(LIMITS)
    .returns(ONE_GROUP)
    .doc("Makes a group of assets.");

const ONE_GROUP: &[Field] = &[
    SUCCESS,
    MESSAGE,
    opt("data", Kind::Object(GROUP)).doc("The group."),
];

const LIST_GROUPS: Operation = asset("router.assets.groups.list", "/v1/assets/group/list")
    .fields(&[
        opt("filters", Kind::Object(&[NAMED, GROUPS, GROUP_TYPE])).doc("Which groups."),
        PAGE,
        PAGE_SIZE,
        opt("sort_by", one_of(&["CreateTime", "UpdateTime"]))
            .doc("What decides the order; capitals matter."),
        ORDER,
        PROJECT,
        MODEL,
    ])
    .names(LIMITS)
    .returns(&[
        SUCCESS,
        MESSAGE,
        opt(
            "data",
            Kind::Object(&[
                opt("Items", list(&Kind::Object(GROUP), 0, usize::MAX)).doc("The groups."),
                COUNT,
                NUMBER,
                SIZE,
            ]),
        )
        .doc("A page of them."),
    ])
    .doc("Lists groups of assets.");

const GET_GROUP: Operation = asset("router.assets.groups.get", "/v1/assets/group/get")
    .fields(&[ID])
    .returns(ONE_GROUP)
    .doc("Tells of one group of assets.");

const UPDATE_GROUP: Operation = asset("router.assets.groups.update", "/v1/assets/group/update")
    .fields(&[
        ID,
        opt("name", text(0, 64)).doc("What it is called from now on, at most 64 characters."),
        opt("description", text(0, 300)).doc("What it is for, at most 300 characters."),
    ])
    .names(LIMITS)
    .returns(IDENTIFIED)
    .doc("Gives a group of assets another name or description.");

/// An asset that can be used has a name for other requests (`router.md` 2.2).
fn read(answer: &Value) -> Update {
    let word = |path: &'static str| text_at(answer, path).unwrap_or_default();
    let mut update = Update::new(word("data.Status"));
    match update.state {
        State::Succeeded => {
            let kind = match word("data.AssetType") {
                "Audio" => "audio",
                "Video" => "video",
                _ => "image",
            };
            let mut output = Output::new(kind, word("data.URL")).unwrap_or(Output {
                kind,
                ..Output::default()
            });
            output.reference = Some(crate::text!("asset://", word("data.Id")));
            update.push(Some(output));
        }
        State::Failed => update.error = Some(task_error(None, None, "task_failed")),
        _ => {}
    }
    update
}
