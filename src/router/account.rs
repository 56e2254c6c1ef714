//! The router's account (`router.md` 5.1).

use super::provider::call;
use crate::operation::{INT, Kind, Method, NUM, Operation, TEXT, opt};

/// The rows.
pub static ROWS: &[Operation] = crate::rows![BALANCE];

const BALANCE: Operation = call(
    Method::Get,
    "router.balance",
    "/api/usage/token/user-balance",
)
.returns(&[
    opt("success", Kind::Bool).doc("Whether the look-up worked."),
    opt("message", TEXT).doc("Why not."),
    opt(
        "data",
        Kind::Object(&[
            opt("user_id", INT).doc("The account."),
            opt("username", TEXT).doc("Its name."),
            opt("quota", INT).doc("What is left, in quota units."),
            opt("used_quota", INT).doc("What was used, in quota units."),
            opt("balance_usd", NUM).doc("What is left, in US dollars."),
            opt("used_amount_usd", NUM).doc("What was used, in US dollars."),
            opt("quota_per_unit", NUM).doc("Quota units in a US dollar."),
            opt("currency", TEXT).doc("`USD`."),
        ]),
    )
    .doc("The balance."),
])
.doc("Tells the balance of the account that owns the key.");
