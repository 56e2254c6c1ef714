//! MiniMax accounts and helpers of coding tools: quota, balance, search, a look at a picture (`minimax.md` 12).

use super::provider::{BASE, native};
use crate::operation::{
    FILLED, Field, INT, Kind, Method, NUM, Operation, TEXT, files, list, opt, req,
};

/// The rows.
pub static ROWS: &[Operation] = crate::rows![QUOTA, BALANCE, SEARCH, DESCRIBE_IMAGE];

const QUOTA: Operation = native(
    Method::Get,
    "minimax.account.quota",
    "/v1/token_plan/remains",
)
.returns(&[
    opt("model_remains", list(&Kind::Object(REMAINS), 0, usize::MAX))
        .doc("What is left, for each group of models; may be null."),
    BASE,
])
.doc("Tells what is left of a subscription; it needs a subscription's key.");

const REMAINS: &[Field] = &[
    opt("model_name", TEXT).doc("The models, such as `MiniMax-M*`."),
    opt("start_time", INT).doc("When the window began, in milliseconds since 1970."),
    opt("end_time", INT).doc("When it ends, in milliseconds since 1970."),
    opt("remains_time", INT).doc("How long it lasts yet, in milliseconds."),
    opt("current_interval_total_count", INT)
        .doc("The window's allowance; where it is 0, only the percentage means anything."),
    opt("current_interval_usage_count", INT).doc("What of it is used."),
    opt("current_interval_remaining_percent", NUM).doc("What of it is left, in percent."),
    opt("current_interval_status", INT).doc("1 active, 3 not enrolled."),
    opt("current_weekly_total_count", INT).doc("The week's allowance, 0 where there is none."),
    opt("current_weekly_usage_count", INT).doc("What of it is used."),
    opt("current_weekly_remaining_percent", NUM).doc("What of it is left, in percent."),
    opt("current_weekly_status", INT).doc("1 active, 3 not enrolled."),
    opt("weekly_start_time", INT).doc("When the week began, in milliseconds since 1970."),
    opt("weekly_end_time", INT).doc("When it ends, in milliseconds since 1970."),
    opt("weekly_remains_time", INT).doc("How long it lasts yet, in milliseconds."),
    opt("weekly_boost_permille", INT).doc("What is added to the week's allowance, in thousandths."),
];

const BALANCE: Operation = native(
    Method::Get,
    "minimax.account.balance",
    "/account/query_balance",
)
.returns(&[
    opt("available_amount", TEXT).doc("What can be spent; money is told as text."),
    opt("cash_balance", TEXT).doc("Money that was paid in."),
    opt("voucher_balance", TEXT).doc("Vouchers."),
    opt("credit_balance", TEXT).doc("Credit."),
    opt("owed_amount", TEXT).doc("What is owed."),
    opt("balance_alert_threshold", TEXT).doc("Below which amount a warning is sent."),
    opt("balance_alert_switch", Kind::Bool).doc("Whether warnings are sent."),
    BASE,
])
.doc("Tells the balance of a pay-as-you-go account. Known from the provider's own tool only.");

const SEARCH: Operation = native(
    Method::Post,
    "minimax.tools.search",
    "/v1/coding_plan/search",
)
.bills()
.fields(&[req("q", FILLED).doc("What to look for.")])
.returns(&[
    opt("organic", list(&Kind::Object(FOUND), 0, usize::MAX))
        .doc("At most ten pages; may be null."),
    opt(
        "related_searches",
        list(
            &Kind::Object(&[opt("query", TEXT).doc("What else to look for.")]),
            0,
            usize::MAX,
        ),
    )
    .doc("Similar searches; may be null."),
    BASE,
])
.doc("Searches the web, within a subscription's quota. Known from the provider's own tool only.");

const FOUND: &[Field] = &[
    opt("title", TEXT).doc("The page's title."),
    opt("link", TEXT).doc("Its address."),
    opt("snippet", TEXT).doc("What it says of the matter."),
    opt("date", TEXT).doc("When it was written."),
];

const DESCRIBE_IMAGE: Operation = native(
    Method::Post,
    "minimax.tools.describe_image",
    "/v1/coding_plan/vlm",
)
.bills()
.fields(&[
    req("prompt", FILLED).doc("What to tell about the picture."),
    req("image_url", Kind::Media(files(50, "jpg png webp")))
        .doc("The picture: JPEG, PNG or WebP of at most 50 MB, as a data URL or a file."),
])
.returns(&[opt("content", TEXT).doc("What is seen."), BASE])
.doc("Looks at a picture, within a subscription's quota. Known from the provider's own tool only.");
