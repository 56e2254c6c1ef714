//! What holds for every row, whatever it does.

#[path = "table/dialects.rs"]
mod dialects;
#[cfg(feature = "docs")]
#[path = "table/documentation.rs"]
mod documentation;
#[path = "table/routes.rs"]
mod routes;
#[path = "table/rules.rs"]
mod rules;
#[path = "table/shapes.rs"]
mod shapes;

use genmedia::model::When;
use genmedia::operation::{self, Answer, At, Body, Field, Kind, Method, Operation};
use genmedia::provider;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Letters, digits and single underscores, each before a letter: the only names that survive camelCase and back.
fn is_snake(name: &str) -> bool {
    name.starts_with(|letter: char| letter.is_ascii_lowercase())
        && name
            .chars()
            .all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '_')
        && name
            .split('_')
            .all(|word| word.starts_with(|letter: char| letter.is_ascii_lowercase()))
}

/// The names in braces of a path.
fn placeholders(path: &str) -> Vec<&str> {
    path.split('/')
        .filter_map(|part| part.strip_prefix('{')?.strip_suffix('}'))
        .collect()
}

fn names() -> impl Iterator<Item = &'static str> {
    operation::all().flat_map(|row| std::iter::once(row.id).chain(row.task.map(|task| task.name)))
}

fn field(row: &Operation, name: &str) -> Option<Field> {
    row.declared
        .iter()
        .find(|field| field.name == name)
        .copied()
}

#[test]
fn ids_and_task_names_are_unique() {
    let mut seen = BTreeSet::new();
    for name in names() {
        assert!(seen.insert(name), "{name} is the name of two things");
    }
}

#[test]
fn ids_and_task_names_are_snake_case_below_their_provider() {
    for row in operation::all() {
        for name in std::iter::once(row.id).chain(row.task.map(|task| task.name)) {
            let mut parts = name.split('.');
            assert_eq!(parts.next(), Some(row.provider.name), "{name}");
            assert!(name.contains('.'), "{name} has no verb");
            for part in parts {
                assert!(is_snake(part), "{name}: {part} is not snake_case");
                let taken = ["then", "catch", "finally", "start", "stream"];
                assert!(
                    !taken.contains(&part),
                    "{name}: the package's methods have {part} themselves"
                );
            }
        }
    }
}

#[test]
fn no_operation_is_a_group_of_others() {
    for name in names() {
        let group = format!("{name}.");
        for other in names() {
            assert!(!other.starts_with(&group), "{other} lies below {name}");
        }
    }
}

#[test]
fn every_provider_has_rows_and_a_mount() {
    for provider in provider::all() {
        assert!(is_snake(provider.name), "{}", provider.name);
        assert!(
            std::ptr::eq(provider::find(provider.name).unwrap(), provider),
            "{}",
            provider.name
        );
        let rows = operation::all().filter(|row| row.provider.name == provider.name);
        assert!(rows.count() > 0, "{} has no rows", provider.name);
    }
}

#[test]
fn paths_hold_only_what_needs_no_encoding() {
    for row in operation::all() {
        assert!(row.path.starts_with('/'), "{}: {}", row.id, row.path);
        for part in row.path.split('/').skip(1) {
            let name = part
                .strip_prefix('{')
                .and_then(|part| part.strip_suffix('}'));
            let plain = name.unwrap_or(part);
            assert!(
                operation::is_capture(plain),
                "{}: {part:?} in {}",
                row.id,
                row.path
            );
        }
    }
}

#[test]
fn placeholders_are_the_fields_of_the_path() {
    for row in operation::all() {
        let fields: Vec<&str> = row
            .declared
            .iter()
            .filter(|field| field.at == At::Path)
            .inspect(|field| {
                assert!(
                    field.required,
                    "{}: {} is in the path, but not required",
                    row.id, field.name
                );
                let fits = matches!(field.kind, Kind::Id { .. } | Kind::Text { .. });
                assert!(
                    fits,
                    "{}: {} in the path is neither an id nor a text",
                    row.id, field.name
                );
            })
            .map(|field| field.name)
            .collect();
        assert_eq!(placeholders(row.path), fields, "{}", row.id);
    }
}

#[test]
fn only_posts_have_bodies() {
    for row in operation::all() {
        match row.method {
            Method::Delete | Method::Get => {
                assert_eq!(row.body, Body::None, "{}", row.id);
                let body = row.declared.iter().find(|field| field.at == At::Body);
                assert!(
                    body.is_none(),
                    "{}: {body:?} belongs into the query or the path",
                    row.id
                );
                assert!(
                    !row.bills,
                    "{}: a {} bills nothing",
                    row.id,
                    row.method.as_str()
                );
                assert!(
                    row.task.is_none(),
                    "{}: a {} starts no task",
                    row.id,
                    row.method.as_str()
                );
                assert!(
                    row.stream.is_none(),
                    "{}: nothing can ask it to stream",
                    row.id
                );
            }
            Method::Post => assert_ne!(row.body, Body::None, "{}", row.id),
        }
        assert!(row.max_body > 0, "{}", row.id);
    }
}

#[test]
fn queries_and_paths_hold_plain_values() {
    for row in operation::all() {
        for field in row.declared.iter().filter(|field| field.at != At::Body) {
            let plain = !matches!(
                field.kind,
                Kind::Any | Kind::File(_) | Kind::List { .. } | Kind::Media(_) | Kind::Object(_)
            );
            assert!(
                plain,
                "{}: {} cannot be written into an address",
                row.id, field.name
            );
        }
    }
}

#[test]
fn files_are_parts_of_forms() {
    for row in operation::all() {
        let files = |fields: &[Field]| {
            fields
                .iter()
                .filter(|f| matches!(f.kind, Kind::File(_)))
                .count()
        };
        match row.body {
            Body::Multipart => {
                assert_eq!(files(row.declared), 1, "{}: a form has one file", row.id)
            }
            Body::Json | Body::None => assert_eq!(files(row.declared), 0, "{}", row.id),
        }
        shapes::each(row.declared, "", &mut |path, field| {
            let nested = path.contains('.') && matches!(field.kind, Kind::File(_));
            assert!(!nested, "{}: {path} is a file inside an object", row.id);
        });
    }
}

#[test]
fn names_of_fields_are_unique_in_their_object() {
    for row in operation::all() {
        shapes::each_object(row.declared, "", &mut |path, fields| {
            let unique: BTreeSet<&str> = fields.iter().map(|field| field.name).collect();
            assert_eq!(
                unique.len(),
                fields.len(),
                "{}: a name is twice in {path:?}",
                row.id
            );
            assert!(
                !unique.contains(""),
                "{}: a name is empty in {path:?}",
                row.id
            );
        });
    }
}

#[test]
fn limits_are_sane() {
    for row in operation::all() {
        shapes::each(row.declared, "", &mut |path, field| {
            shapes::each_kind(field.kind, &mut |kind| {
                let sane = match kind {
                    Kind::Int { min, max } => min <= max,
                    Kind::List { min, max, .. } | Kind::Text { min, max } => min <= max && max > 0,
                    Kind::Num { min, max, above } => {
                        // A refusal tells limits in hundredths.
                        let told =
                            |limit: f64| limit.abs() == f64::MAX || (limit * 100.0).fract() == 0.0;
                        told(min) && told(max) && (min < max || (min == max && !above))
                    }
                    _ => true,
                };
                assert!(sane, "{}: {path} allows nothing: {kind:?}", row.id);
            });
        });
    }
}

#[test]
fn rules_name_fields() {
    for row in operation::all() {
        for law in row.laws {
            let (at, list) = match law.at.split_once("[].") {
                // The index is that of an item that meets the condition.
                Some((list, rest)) => (format!("{list}.{rest}"), Some(list)),
                None => (law.at.to_string(), None),
            };
            let found = rules::names(row.declared, &at);
            assert!(found, "{}: a rule is told at {at}", row.id);
            let each = |when: &When| matches!(when, When::Each(path, _) if Some(*path) == list);
            assert!(list.is_none() || each(&law.when), "{}: {at}", row.id);
            rules::each_path(&law.when, "", &mut |path| {
                let found = rules::names(row.declared, path);
                assert!(found, "{}: a rule names {path}", row.id);
            });
            let sentence = !law.says.is_empty() && !law.says.ends_with('.');
            assert!(sentence && !law.id.is_empty(), "{}: {at}", row.id);
        }
        for (name, id) in row.names {
            let limit = ["length", "link", "range", "value"].contains(name);
            let found = limit || rules::names(row.declared, name);
            assert!(found && !id.is_empty(), "{}: {name} has an id", row.id);
        }
    }
}

#[test]
fn rules_pass_an_empty_request() {
    for row in operation::all() {
        let report = genmedia::check::check(row, &genmedia::json::Value::Null);
        for problem in report.errors {
            let named = row.names.iter().any(|(_, id)| *id == problem.rule);
            let missing = named && problem.message == "is required";
            let fits = missing || problem.rule == "required";
            assert!(fits, "{}: {problem:?}", row.id);
        }
    }
}

#[test]
fn streams_are_asked_for_by_a_field() {
    for row in operation::all().filter(|row| row.stream.is_some()) {
        let stream = field(row, "stream");
        let fits = stream.is_some_and(|field| {
            matches!(field.kind, Kind::Bool) && !field.required && field.at == At::Body
        });
        assert!(
            fits,
            "{}: `stream` must be an optional bool of the body, is {stream:?}",
            row.id
        );
    }
}

#[test]
fn tasks_can_be_followed() {
    for row in operation::all() {
        let Some(task) = row.task else { continue };
        assert!(
            row.bills,
            "{}: a task that is created twice costs twice",
            row.id
        );
        assert!(
            !task.id.is_empty(),
            "{}: no place to find the task's id",
            row.id
        );
        assert!(task.id.iter().all(|path| !path.is_empty()), "{}", row.id);
        let mut calls = vec![(task.poll, task.poll_field)];
        calls.extend(task.other.map(|other| (other, task.poll_field)));
        calls.extend(task.then.as_ref().map(|then| (then.operation, then.field)));
        calls.extend(task.cancel.as_ref().map(|c| (c.operation, c.field)));
        for (id, name) in calls {
            let other = operation::find(id);
            assert!(
                other.is_some(),
                "{}: its task needs {id}, which is no row",
                row.id
            );
            let other = other.unwrap();
            assert_eq!(other.provider.name, row.provider.name, "{}: {id}", row.id);
            assert_eq!(other.answer, Answer::Json, "{}: {id}", row.id);
            assert!(
                !other.bills,
                "{}: {id} is repeated, so it must cost nothing",
                row.id
            );
            let fits = field(other, name).is_some_and(|f| matches!(f.kind, Kind::Id { .. }));
            assert!(fits, "{}: {id} has no id field {name}", row.id);
            for field in other.declared.iter().filter(|field| field.name != name) {
                assert!(
                    !field.required,
                    "{}: nobody knows {} of {id}",
                    row.id, field.name
                );
            }
        }
        assert!(task.first_ms > 0, "{}", row.id);
        assert!(task.first_ms <= task.slowest_ms, "{}", row.id);
        assert!(task.slowest_ms < task.deadline_ms, "{}", row.id);
    }
}

#[test]
fn only_media_answers_name_their_media() {
    for row in operation::all() {
        match row.answer {
            Answer::Bytes => assert!(row.media.is_empty() && row.ids.is_empty(), "{}", row.id),
            Answer::Json => {}
            Answer::Text => assert!(row.media.is_empty(), "{}", row.id),
            Answer::Media => assert!(!row.media.is_empty(), "{}: where is the media?", row.id),
        }
    }
}

/// Where the recorded cases of a row are: `tests/fixtures/minimax/image.generate`.
fn cases(row: &Operation) -> PathBuf {
    let rest = row.id.split_once('.').map_or("", |(_, rest)| rest);
    fixtures().join(row.provider.name).join(rest)
}

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures")
}

#[test]
fn every_row_has_a_recorded_case() {
    for row in operation::all() {
        let dir = cases(row);
        let json = dir.read_dir().is_ok_and(|mut entries| {
            entries.any(|entry| {
                entry.is_ok_and(|entry| entry.path().extension().is_some_and(|e| e == "json"))
            })
        });
        let place = dir.strip_prefix(fixtures()).unwrap();
        assert!(
            json,
            "{}: no *.json in tests/fixtures/{}",
            row.id,
            place.display()
        );
    }
}
